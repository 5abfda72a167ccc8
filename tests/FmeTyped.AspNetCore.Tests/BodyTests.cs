using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FmeTyped.AspNetCore.Tests.Fme.Town;
using FmeTyped.AspNetCore.Tests.Harness;
using FmeTyped.Testing;
using Microsoft.AspNetCore.Builder;

namespace FmeTyped.AspNetCore.Tests;

/// <summary>What callers post: right and wrong.</summary>
public class BodyTests
{
    [Fact]
    public async Task Every_parameter_that_is_wrong_has_an_error()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));

        Reply reply = await town.PostAsync("/reports", """{ "PAPER_SIZE": "A5", "DISTANCE": 501, "DB_PASSWORD": 7, "SCALE": 1 }""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("application/problem+json", reply.MediaType);
        Assert.Equal(["DB_PASSWORD", "DISTANCE", "PAPER_SIZE", "PARCEL_ID", "SCALE"], reply.Errors.Order(StringComparer.Ordinal));
        Assert.Contains("at most 500", reply.Text, StringComparison.Ordinal);
        Assert.Empty(town.Flow.Submissions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("""{ "PARCEL_ID": "a", "PARCEL_ID": "b" }""")]
    [InlineData("""{ "PARCEL_ID": "\ud800" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    [InlineData("""{ "PARCEL_ID": null }""")]
    public async Task A_body_that_is_no_request_is_a_bad_request(string json)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));

        Reply reply = await town.PostAsync("/reports", json);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.NotNull(reply.Json["title"]);
        Assert.Empty(town.Flow.Submissions);
    }

    [Fact]
    public async Task A_body_that_is_too_deep_is_a_bad_request_and_one_that_is_too_large_is_refused()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options => options.MaximumBodySize = 1000));

        Reply deep = await town.PostAsync("/reports", $$"""{ "PARCEL_ID": {{new string('[', 400)}}{{new string(']', 400)}} }""");
        Reply large = await town.PostAsync("/reports", $$"""{ "PARCEL_ID": "{{new string('x', 1000)}}" }""");
        using var chunked = new StreamContent(new MemoryStream(new byte[5000]));
        chunked.Headers.ContentType = new("application/json");
        chunked.Headers.ContentLength = null;
        Reply unannounced = await town.SendAsync(HttpMethod.Post, "/reports", chunked);

        Assert.Equal(HttpStatusCode.BadRequest, deep.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unannounced.Status);
        Assert.Empty(town.Flow.Submissions);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_type_that_is_not_taken_is_refused(string? type)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{ "PARCEL_ID": "7" }"""));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Reply reply = await town.SendAsync(HttpMethod.Post, "/reports", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
        Assert.Empty(town.Flow.Submissions);
    }

    [Fact]
    public async Task A_byte_order_mark_and_a_type_of_JSON_are_taken()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports"));
        using var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. """{ "PARCEL_ID": "7" }"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/merge+json; charset=\"UTF-8\"");

        Assert.Equal(HttpStatusCode.Accepted, (await town.SendAsync(HttpMethod.Post, "/reports", content)).Status);
    }

    [Fact]
    public async Task What_the_host_sets_a_caller_cannot()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options =>
        {
            options.HostParameters.Add("DISTANCE");
            options.Prepare = (context, report) => report with { Distance = 9, ParcelId = report.ParcelId + context.Request.Method };
        }));

        Reply refused = await town.PostAsync("/reports", """{ "PARCEL_ID": "7", "DISTANCE": 1, "OUT": "C:\\Windows" }""");
        Reply taken = await town.PostAsync("/reports", """{ "PARCEL_ID": "7" }""");

        Assert.Equal(["DISTANCE", "OUT"], refused.Errors);
        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Report sent = Assert.Single(town.Flow.Submissions).Read<Report>();
        Assert.Equal(9, sent.Distance);
        Assert.Equal("7POST", sent.ParcelId);
    }

    [Fact]
    public async Task The_host_says_how_a_request_is_run()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Kinds>("/kinds", options =>
        {
            options.RunOptions = (context, kinds) => new FmeRunOptions { Queue = $"{kinds.Place} for {context.Request.Host.Host}" };
        }));

        Reply reply = await town.PostAsync("/kinds", """{ "PLACE": "x", "SHARE": 0.5, "MODE": "a" }""");

        Assert.True(reply.Status == HttpStatusCode.Accepted, $"{reply.Text} {string.Concat(town.Log.Lines)}");
        Assert.Contains(town.Flow.Requests, request => request.Body.Contains("x for 127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_come_as_parts_of_a_form()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports", options =>
        {
            options.HostParameters.Add("CUSTOMER");
            options.Prepare = (_, import) => import with { Customer = "host" };
        }));
        var contents = new List<string>();
        town.Flow.OnRun<Import>(import =>
        {
            contents.Add(town.Flow.Files.ReadAllText(import.Source!.ToString()));
            contents.AddRange(import.Extras!.Select(file => town.Flow.Files.ReadAllText(file.ToString())));
            return FmeJobOutcome.Success();
        });
        using var form = new MultipartFormDataContent
        {
            { new StringContent("roads"), "SOURCE", "roads.csv" },
            { new StringContent("one"), "EXTRAS", "1.csv" },
            { new StringContent("two"), "EXTRAS", "2.csv" },
            { new StringContent("true"), "OVERWRITE" },
        };

        Reply reply = await town.SendAsync(HttpMethod.Post, "/imports", form);

        Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Text);
        Assert.Equal("succeeded", (string?)(await town.GetAsync(reply.Location!)).Json["state"]);
        Assert.Equal(["roads", "one", "two"], contents);
        Assert.Equal("YES", Assert.Single(town.Flow.Submissions).Parameters["OVERWRITE"].Text);
    }

    [Fact]
    public async Task A_path_on_the_server_is_taken_only_where_the_host_says_so()
    {
        const string Body = """{ "SOURCE": "$(FME_SHAREDRESOURCE_DATA)/roads.csv", "CUSTOMER": "a", "OVERWRITE": true }""";
        await using Town closed = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports"));
        await using Town open = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports", options => options.AllowServerPaths = true));

        Assert.Equal(["SOURCE"], (await closed.PostAsync("/imports", Body)).Errors);
        Assert.Equal(HttpStatusCode.Accepted, (await open.PostAsync("/imports", Body)).Status);
    }

    [Fact]
    public async Task A_form_that_is_wrong_has_its_errors_and_leaves_no_file_behind()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports"));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a"), "SOURCE", "1.csv" },
            { new StringContent("b"), "SOURCE", "2.csv" },
            { new StringContent("c"), "CUSTOMER", "3.csv" },
            { new StringContent("d"), "NOBODY", "4.csv" },
            { new StringContent("perhaps"), "OVERWRITE" },
            { new StringContent("C:\\secret.csv"), "EXTRAS" },
        };

        Reply reply = await town.SendAsync(HttpMethod.Post, "/imports", form);

        Assert.Equal(["CUSTOMER", "EXTRAS", "NOBODY", "OVERWRITE", "SOURCE"], reply.Errors.Order(StringComparer.Ordinal));
        Assert.Empty(town.Flow.Submissions);
        Assert.Empty(town.Flow.Files.Paths);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_of_another_site_is_refused(string site)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports"));
        using var form = new MultipartFormDataContent { { new StringContent("a"), "SOURCE", "1.csv" } };
        town.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        Assert.Equal(HttpStatusCode.Forbidden, (await town.SendAsync(HttpMethod.Post, "/imports", form)).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports", options => options.MaximumBodySize = 1000));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[2000]), "SOURCE", "1.csv" } };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await town.SendAsync(HttpMethod.Post, "/imports", form)).Status);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string type)
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Import>("/imports"));
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"SOURCE\"; filename=\"a\"\r\n\r\nunfinished");
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out MediaTypeHeaderValue? parsed) ? parsed : null;
        if (parsed is null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Reply reply = await town.SendAsync(HttpMethod.Post, "/imports", content);

        Assert.True(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{reply.Status} {reply.Text}");
    }

    [Fact]
    public async Task A_host_that_sets_a_parameter_wrongly_is_told_and_not_the_caller()
    {
        await using Town town = await Town.StartAsync(app => app.MapFmeWorkspace<Report>("/reports", options =>
        {
            options.HostParameters.Add("DISTANCE");
            options.Prepare = (_, report) => report with { Distance = 500 + report.ParcelId.Length };
        }));

        Assert.Equal(HttpStatusCode.InternalServerError, (await town.PostAsync("/reports", """{ "PARCEL_ID": "7" }""")).Status);
        Assert.Contains(town.Log.Lines, line => line.Contains("The host set a parameter of Town/report.fmw wrongly", StringComparison.Ordinal));
    }
}
