using System.IO.Compression;
using System.Net;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>A job from its submission to its end, as a caller of the app sees it.</summary>
public class JobTests
{
    private const string Body = """{ "PARCEL_ID": "17/4", "PAPER_SIZE": "A3", "DISTANCE": 120 }""";

    [Fact]
    public async Task A_post_submits_a_job_and_says_where_it_is()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));

        Reply reply = await town.PostAsync("/reports", Body);

        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.Equal("queued", (string?)reply.Json["state"]);
        Assert.Equal($"/reports/{reply.Json["id"]}", reply.Location);
        Report sent = Assert.Single(town.Flow.Submissions).Read<Report>();
        Assert.Equal(new Report { ParcelId = "17/4", PaperSize = Report.PaperSizeOption.A3, Distance = 120 }, sent);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_reported_with_its_result()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Success(("Neighbours", 7)) with { Files = [FmeResultFile.From("report.txt", "seven")] });
        string job = (await town.PostAsync("/reports", Body)).Location!;

        Reply status = await town.GetAsync(job);

        Assert.Equal(HttpStatusCode.OK, status.Status);
        Assert.Equal("succeeded", (string?)status.Json["state"]);
        Assert.Equal(7, (long?)status.Json["featureCount"]);
        Assert.Equal($"{job}/result", (string?)status.Json["result"]);
        Assert.Equal("no-store", status.Headers["Cache-Control"]);
        Reply result = await town.GetAsync($"{job}/result");
        Assert.Equal(HttpStatusCode.OK, result.Status);
        Assert.Equal("seven", TextOf(result.Body, "report.txt"));
    }

    [Fact]
    public async Task A_part_of_a_result_can_be_fetched()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"), through: flow => new LengthHandler(flow));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Success() with { Files = [FmeResultFile.From("report.txt", new string('x', 5000))] });
        string result = (await town.PostAsync("/reports", Body)).Location + "/result";
        byte[] whole = (await town.GetAsync(result)).Body;

        Reply middle = await town.SendAsync(HttpMethod.Get, result, range: "bytes=30-49");
        Reply last = await town.SendAsync(HttpMethod.Get, result, range: "bytes=-10");
        Reply beyond = await town.SendAsync(HttpMethod.Get, result, range: $"bytes={whole.Length}-");

        Assert.Equal(HttpStatusCode.PartialContent, middle.Status);
        Assert.Equal(whole[30..50], middle.Body);
        Assert.Equal($"bytes 30-49/{whole.Length}", middle.Headers["Content-Range"]);
        Assert.Equal(whole[^10..], last.Body);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.Status);
    }

    [Fact]
    public async Task A_job_that_failed_is_reported_with_the_reason_and_has_no_result()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Failure("The parcel does not exist") with { LogLines = ["ERROR |The parcel does not exist"] });
        string job = (await town.PostAsync("/reports", Body)).Location!;

        Reply status = await town.GetAsync(job);
        Reply result = await town.GetAsync($"{job}/result");

        Assert.Equal("failed", (string?)status.Json["state"]);
        Assert.Contains("The parcel does not exist", status.Text, StringComparison.Ordinal);
        Assert.Null(status.Json["result"]);
        Assert.Equal(HttpStatusCode.Conflict, result.Status);
    }

    [Fact]
    public async Task A_job_can_be_cancelled_once()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.NeverEnds());
        string job = (await town.PostAsync("/reports", Body)).Location!;
        Assert.Equal("running", (string?)(await town.GetAsync(job)).Json["state"]);
        Assert.Equal(HttpStatusCode.Conflict, (await town.GetAsync($"{job}/result")).Status);

        Reply cancelled = await town.SendAsync(HttpMethod.Delete, job);
        Reply again = await town.SendAsync(HttpMethod.Delete, job);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.Status);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("cancelled", (string?)(await town.GetAsync(job)).Json["state"]);
    }

    [Fact]
    public async Task Within_the_time_to_wait_the_response_is_the_result()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options => options.WaitTime = TimeSpan.FromSeconds(30)));
        town.Flow.OnRun<Report>(_ => FmeJobOutcome.Success() with { Files = [FmeResultFile.From("report.txt", "seven")] });

        Reply reply = await town.PostAsync("/reports", Body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("seven", TextOf(reply.Body, "report.txt"));
        Assert.Equal("succeeded", (string?)(await town.GetAsync(reply.Location!)).Json["state"]);
    }

    [Fact]
    public async Task Within_the_time_to_wait_a_workspace_without_a_download_responds_with_its_status()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Kinds>("/kinds", options => options.WaitTime = TimeSpan.FromSeconds(30)));

        Reply reply = await town.PostAsync("/kinds", """{ "PLACE": "x", "SHARE": 0.5, "MODE": "a" }""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("succeeded", (string?)reply.Json["state"]);
        Assert.Equal(HttpStatusCode.NotFound, (await town.GetAsync(reply.Location + "/result")).Status);
    }

    [Fact]
    public async Task A_job_that_takes_longer_or_fails_is_accepted_all_the_same()
    {
        await using Town town = await Town.StartAsync(
            app => app.MapFmeWorkspace<Report>("/reports", options => options.WaitTime = TimeSpan.FromMilliseconds(1)));
        town.Flow.OnRun<Report>(report => report.ParcelId == "slow" ? FmeJobOutcome.NeverEnds() : FmeJobOutcome.Failure("No such parcel"));

        Reply slow = await town.PostAsync("/reports", """{ "PARCEL_ID": "slow" }""");
        Reply failed = await town.PostAsync("/reports", """{ "PARCEL_ID": "none" }""");

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], [slow.Status, failed.Status]);
        Assert.Equal("running", (string?)(await town.GetAsync(slow.Location!)).Json["state"]);
        Assert.Equal("failed", (string?)(await town.GetAsync(failed.Location!)).Json["state"]);
    }

    [Fact]
    public async Task Trouble_while_waiting_hides_no_job()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options => options.WaitTime = TimeSpan.FromSeconds(1)));
        town.Flow.Faults.Add(FmeRequestKind.JobRecord, FmeFault.Status(403), count: 100);

        Reply reply = await town.PostAsync("/reports", Body);

        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.NotNull(reply.Location);
        Assert.Single(town.Flow.Submissions);
    }

    private static string TextOf(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
