using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;
using static FmeTyped.EndToEnd.Tests.Fme.Samples.AustinDownload;

namespace FmeTyped.EndToEnd.Tests;

public class EchoTests
{
    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task A_request_comes_back_from_the_record_of_its_job(int build)
    {
        await using FmeFlowEmulator flow = await Emulated.StartAsync(build);
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));
        var order = new AustinDownload { Themes = [ThemesOption.Airports], Minx = -99.5, BboxCoordsys = FmeBlank.Value };

        FmeJob job = await fme.SubmitAsync(order, TestContext.Current.CancellationToken);
        FmeJobRecord record = await job.GetRecordAsync(TestContext.Current.CancellationToken);

        Assert.True(TryRead(record.PublishedParameters!, out AustinDownload? echoed, out _));
        Assert.Equal(order, echoed);
    }
}
