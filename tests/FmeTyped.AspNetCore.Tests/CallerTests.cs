using System.Net;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>Who may see a job: whoever submitted it, at the endpoint where that was, for a limited time.</summary>
public class CallerTests
{
    private const string Body = """{ "PARCEL_ID": "17/4" }""";

    [Fact]
    public async Task Another_caller_does_not_find_the_job()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports").RequireAuthorization());
        string job = (await town.PostAsync("/reports", Body, caller: "ann")).Location!;

        Assert.Equal(HttpStatusCode.OK, (await town.GetAsync(job, caller: "ann")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(job, caller: "bob")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync($"{job}/result", caller: "bob")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.SendAsync(HttpMethod.Delete, job, caller: "bob")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.GetAsync(job)).Status);
    }

    [Fact]
    public async Task Where_nobody_needs_to_sign_in_the_id_is_the_right_to_see_the_job()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        string job = (await town.PostAsync("/reports", Body)).Location!;
        string jobOfAnn = (await town.PostAsync("/reports", Body, caller: "ann")).Location!;

        Assert.Equal(HttpStatusCode.OK, (await town.GetAsync(job)).Status);
        Assert.Equal(HttpStatusCode.OK, (await town.GetAsync(job, caller: "bob")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(jobOfAnn)).Status);
    }

    [Fact]
    public async Task An_id_is_good_for_its_time()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        string job = (await town.PostAsync("/reports", Body)).Location!;

        town.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await town.GetAsync(job)).Status);
        town.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(job)).Status);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("CfDJ8")]
    [InlineData("....")]
    [InlineData("%ED%A0%80")]
    public async Task A_made_up_id_is_no_job(string id)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        string job = (await town.PostAsync("/reports", Body)).Location!;

        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync($"/reports/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(job[..^2] + (job.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA"))).Status);
    }

    [Fact]
    public async Task An_id_is_good_at_its_own_endpoint_only()
    {
        await using Town town = await Town.StartAsync(app =>
        {
            app.MapFmeWorkspace<Report>("/reports");
            app.MapGroup("/staff").MapFmeWorkspace<Report>("/reports");
        });
        Reply posted = await town.PostAsync("/reports", Body);

        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync($"/staff{posted.Location}")).Status);
        Reply staff = await town.PostAsync("/staff/reports", Body);
        Assert.Equal(HttpStatusCode.OK, (await town.GetAsync(staff.Location!)).Status);
    }

    [Fact]
    public async Task An_id_tells_nothing_about_the_server()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));

        Reply reply = await town.PostAsync("/reports", Body);
        string id = (string)reply.Json["id"]!;

        Assert.DoesNotContain(town.Flow.ServerUrl.Host, System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(Padded(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conventional_endpoint_takes_the_usual_conventions()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports").RequireAuthorization());

        Assert.Equal(HttpStatusCode.Unauthorized, (await town.PostAsync("/reports", Body)).Status);
        Assert.Empty(town.Flow.Submissions);
    }

    [Fact]
    public async Task Without_data_protection_the_app_does_not_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Town.StartAsync(
            app => app.MapFmeWorkspace<Report>("/reports"),
            services => services.Remove(services.Single(
                service => service.ServiceType == typeof(Microsoft.AspNetCore.DataProtection.IDataProtectionProvider)))));

        Assert.Contains("AddDataProtection", error.Message, StringComparison.Ordinal);
    }

    private static string Padded(string id) => id.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (id.Length % 4)) % 4);
}
