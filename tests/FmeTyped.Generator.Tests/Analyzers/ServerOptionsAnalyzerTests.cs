using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1023 and FME1024: constants in a server's options.</summary>
public class ServerOptionsAnalyzerTests
{
    private const string Token = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("\"" + Token + "\"")]
    [InlineData("Known")]
    [InlineData("\"01234567\" + \"89abcdef0123\"")]
    public async Task A_token_in_the_code(string token)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await Run($"Token = {token}");

        AnalyzerRun.Finding finding = Assert.Single(found);
        Assert.Equal(("FME1023", token), (finding.Id, finding.Code));
        Assert.DoesNotContain(Token, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("Environment.GetEnvironmentVariable(\"FME_TOKEN\")!")]
    [InlineData("\"not-a-token-of-this-server-1\"")]
    [InlineData("\"your token\"")]
    [InlineData("\"00000000000000000000000000000000\"")]
    public async Task A_token_from_elsewhere_or_none(string token)
    {
        Assert.Empty(await Run($"Token = {token}"));
    }

    [Theory]
    [InlineData("new Uri(\"http://fme.example.com\")", "fme.example.com")]
    [InlineData("new(\"http://fme.example.com:8080/base\")", "fme.example.com")]
    [InlineData("new Uri(\"HTTP://10.0.0.7\", UriKind.Absolute)", "10.0.0.7")]
    public async Task An_address_over_plain_http(string url, string host)
    {
        AnalyzerRun.Finding found = Assert.Single(await Run($"ServerUrl = {url}"));

        Assert.Equal("FME1024", found.Id);
        Assert.Equal($"The token and all values are sent to {host} unencrypted. Use https.", found.Message);
    }

    [Theory]
    [InlineData("new Uri(\"https://fme.example.com\")")]
    [InlineData("new Uri(\"http://localhost:8080\")")]
    [InlineData("new Uri(\"http://fme.localhost\")")]
    [InlineData("new Uri(\"http://127.0.0.1:5000\")")]
    [InlineData("new Uri(\"http://[::1]:5000\")")]
    [InlineData("new Uri(text)")]
    public async Task An_address_over_https_or_of_this_machine_or_not_known(string url)
    {
        Assert.Empty(await Run($"ServerUrl = {url}"));
    }

    [Fact]
    public async Task An_assignment_after_the_initializer_is_looked_at_as_well()
    {
        Assert.Equal("FME1023", Assert.Single(await Run($"Token = text", $"options.Token = \"{Token}\";")).Id);
    }

    [Fact]
    public async Task Tests_are_left_alone()
    {
        Assert.Empty(await AnalyzerRun.From(new ServerOptionsAnalyzer(), null, Code($"Token = \"{Token}\"", ""), [AnalyzerRun.TestFramework]));
    }

    [Fact]
    public async Task Options_of_others_are_left_alone()
    {
        Assert.Empty(
            await AnalyzerRun.From(
                new ServerOptionsAnalyzer(),
                null,
                "internal sealed class FmeFlowOptions { public string Token { get; set; } = \"\"; public static FmeFlowOptions Make() => new() { Token "
                    + $"= \"{Token}\" }}; }}"));
    }

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string member, string then = "") =>
        AnalyzerRun.From(new ServerOptionsAnalyzer(), null, Code(member, then));

    private static string Code(string member, string then)
    {
        string other = member.StartsWith("Token", StringComparison.Ordinal) ? "ServerUrl = new Uri(text)" : "Token = text";
        return $$"""
            using System;
            using FmeTyped;
            internal static class User
            {
                private const string Known = "{{Token}}";
                public static string Unused => Known;
                public static FmeFlowOptions Make(string text)
                {
                    var options = new FmeFlowOptions { {{other}}, {{member}} };
                    {{then}}
                    return options;
                }
            }
            """;
    }
}
