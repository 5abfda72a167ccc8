using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>Options that cannot work are rejected when the app starts.</summary>
public class OptionsTests
{
    public static TheoryData<Action<FmeWorkspaceEndpointOptions<Report>>, string> Unusable => new()
    {
        { options => options.HostParameters.Add("SCALE"), "HostParameters: Town/report.fmw has no parameter 'SCALE'." },
        {
            options => options.HostParameters.Add("PARCEL_ID"),
            "Town/report.fmw needs the parameter 'PARCEL_ID', which is one of HostParameters: set it in Prepare."
        },
        { options => options.WaitTime = TimeSpan.FromSeconds(-1), "WaitTime is -00:00:01; it cannot be negative." },
        { options => options.JobLifetime = TimeSpan.Zero, "JobLifetime is 00:00:00; it has to be greater than zero." },
        { options => options.MaximumBodySize = 0, "MaximumBodySize is 0; it has to be greater than zero." },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_work_is_rejected(Action<FmeWorkspaceEndpointOptions<Report>> configure, string message)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Town.StartAsync(app => app.MapFmeWorkspace("/reports", configure)));

        Assert.Equal(message, error.Message);
    }
}
