using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.Testing;
using static FmeTyped.EndToEnd.Tests.Fme.Samples.AustinDownload;

namespace FmeTyped.EndToEnd.Tests;

public class EchoTests
{
    [Fact]
    public async Task A_request_comes_back_from_the_record_of_its_job()
    {
        await using FmeFlowEmulator flow = await Emulated.StartAsync();
        using var fme = new FmeFlowClient(Emulated.OptionsFor(flow));
        var order = new AustinDownload { Themes = [ThemesOption.Airports], Minx = -99.5, BboxCoordsys = FmeOptional.Blank };

        FmeJob job = await fme.SubmitAsync(order, TestContext.Current.CancellationToken);
        FmeJobRecord record = await job.GetRecordAsync(TestContext.Current.CancellationToken);

        Assert.True(record.PublishedParameters!.ContainsKey("FME_SECURITY_USER"));
        Assert.True(TryRead(record.PublishedParameters, out AustinDownload? echoed, out _));
        Assert.Equal(order, echoed);
    }
}
