using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1020 to FME1023: URLs that an application writes itself.</summary>
public class RawUrlAnalyzerTests
{
    private const string Token = "0123456789abcdef0123456789abcdef01234567";
    private const string Call =
        "This URL runs Test/order form.fmw with unchecked names and values. Use its type App.Fme.Test.OrderForm with FmeFlowClient instead.";

    private static readonly string Order =
        Sample.From(Sample.Workspace("order form.fmw", Sample.Text("NOTE")), Sample.Workspace("other.fmw", Sample.Text("NOTE")));

    private static readonly MetadataReference Library = AnalyzerRun.Library(Order);

    [Theory]
    [InlineData("\"https://fme.example.com/fmerest/v3/transformations/submit/Test/order%20form.fmw\"")]
    [InlineData("\"/fmerest/v3/transformations/transact/Test/order form.fmw?x=1\"")]
    [InlineData("\"fmedatadownload/Test/order%20form.fmw\"")]
    [InlineData("$\"{host}/fmedatastreaming/{repository}/order%20form.fmw?bbox={host}\"")]
    [InlineData("$\"{host}fmejobsubmitter/Test/order%20form.fmw\"")]
    [InlineData("host + \"/fmejobsubmitter/\" + repository + \"/order%20form.fmw?opt_showresult=true\"")]
    [InlineData("\"/fmejobsubmitter/\" + Repository + (\"/order form\" + \".fmw\")")]
    [InlineData("\"\"\"/fmejobsubmitter/Test/order form.fmw\"\"\"")]
    public async Task A_call_of_a_workspace_that_has_a_type(string expression)
    {
        Assert.Equal([new("FME1020", expression, Call)], await Run(expression));
    }

    [Theory]
    [InlineData("\"https://fme.example.com/fmerest/v3/transformations/jobs/id/7\"", "fmerest", "")]
    [InlineData("\"/fmejobsubmitter/Test/unknown.fmw\"", "fmejobsubmitter", "")]
    [InlineData("\"/fmejobsubmitter/Another/other.fmw\"", "fmejobsubmitter", "")]
    [InlineData("$\"{host}/fmeapiv4/jobs\"", "fmeapiv4", "")]
    [InlineData("\"/fmedataupload/Test/x/\"", "fmedataupload", "")]
    [InlineData("host + \"/fmetoken/service/generate\"", "fmetoken", "")]
    [InlineData("\"/fmerest/v3/repositories/Test/items/other.fmw/parameters\"", "fmerest", ", and App.Fme.Test.Other represents Test/other.fmw")]
    public async Task A_path_of_FME_Flow(string expression, string root, string rest)
    {
        string message = $"'/{root}/' is a path of FME Flow, which differs between versions. FmeFlowClient covers jobs, their logs and results{rest}.";

        Assert.Equal([new("FME1021", expression, message)], await Run(expression));
    }

    [Theory]
    [InlineData("\"/fmerest/v3/info?fmetoken=\" + host", "fmetoken", "FME1021")]
    [InlineData("$\"https://fme.example.com/fmedatadownload/{repository}/x.fmw?a=1&token={host}\"", "token", "FME1021")]
    [InlineData("$\"{host}?fmetoken={repository}\"", "fmetoken", null)]
    public async Task A_token_in_a_URL(string expression, string key, string? also)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await Run(expression);

        AnalyzerRun.Finding finding = Assert.Single(found, finding => finding.Id == "FME1022");
        Assert.Equal(
            $"'{key}=' puts the token into a URL, and URLs end up in logs and histories. FmeFlowClient sends FmeFlowOptions.Token in a header.",
            finding.Message);
        Assert.Equal(also, found.SingleOrDefault(finding => finding.Id != "FME1022")?.Id);
    }

    [Theory]
    [InlineData($"\"fmetoken token={Token}\"", "FME1023")]
    [InlineData($"\"?fmetoken={Token}\"", "FME1022", "FME1023")]
    public async Task A_token_as_a_literal(string expression, params string[] ids)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await Run(expression);

        Assert.Equal(ids, found.Select(finding => finding.Id).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.DoesNotContain(Token, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"fmedatadownload\"")]
    [InlineData("\"fmedatadownload,fmejobsubmitter\"")]
    [InlineData("\"https://example.com/fmetyped/docs\"")]
    [InlineData("\"https://example.com/myfmerest/v3\"")]
    [InlineData("\"a framework: fmerest\"")]
    [InlineData("\"fmetoken token=\" + host")]
    [InlineData("$\"fmetoken token={host}\"")]
    [InlineData("\"https://example.com/?token=\" + host")]
    [InlineData("\"Give fmetoken=... in the header\"")]
    [InlineData("\"\"")]
    public async Task What_is_no_URL_of_FME_Flow(string expression)
    {
        Assert.Empty(await Run(expression));
    }

    [Fact]
    public async Task An_attribute_is_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new RawUrlAnalyzer(), Order, "[System.Obsolete(\"Was /fmerest/v3/info\")] internal static class User { }"));
    }

    [Fact]
    public async Task Tests_are_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new RawUrlAnalyzer(), Order, Code("\"/fmejobsubmitter/Test/other.fmw\""), [AnalyzerRun.TestFramework]));
    }

    [Fact]
    public async Task Without_any_type_the_path_is_named()
    {
        Assert.Equal("FME1021", Assert.Single(await AnalyzerRun.From(new RawUrlAnalyzer(), null, Code("\"/fmejobsubmitter/Test/other.fmw\""))).Id);
    }

    // In the project that generates the requests, and in one that references it, the same is reported.
    private static async Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string expression)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.From(new RawUrlAnalyzer(), Order, Code(expression));
        Assert.Equal(found, await AnalyzerRun.From(new RawUrlAnalyzer(), null, Code(expression), [Library]));
        return found;
    }

    private static string Code(string expression) => $$"""
        internal static class User
        {
            private const string Repository = "Test";
            public static string Unused => Repository;
            public static string Make(string host, string repository) => {{expression}};
            public static string Both(string host, string repository) => host + repository;
        }
        """;
}
