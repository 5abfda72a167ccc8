using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class FmeFlowOptionsTests
{
    [Theory]
    [InlineData("fme.example.com", "absolute http or https")]
    [InlineData("ftp://fme.example.com", "absolute http or https")]
    [InlineData("https://user:pw@fme.example.com", "user name or password")]
    [InlineData("https://fme.example.com?fmetoken=1", "query")]
    [InlineData("https://fme.example.com/#x", "fragment")]
    [InlineData("https://fme.example.com/fmerest/v3", "without /fmerest")]
    [InlineData("https://fme.example.com/fmeapiv4/", "without /fmerest or /fmeapiv4")]
    public void An_address_that_cannot_be_right_is_refused(string url, string reason) =>
        AssertRefused(options => options.ServerUrl = new Uri(url, UriKind.RelativeOrAbsolute), "ServerUrl", reason);

    [Theory]
    [InlineData("", "is missing")]
    [InlineData("  ", "is missing")]
    [InlineData(Tokens.Marker + "\n", "line break")]
    [InlineData(Tokens.Marker + "\r\nX-Other: 1", "line break")]
    [InlineData("with blank", "blank")]
    [InlineData("tökén", "character")]
    [InlineData("pdf", "too short")]
    public void A_token_that_cannot_be_right_is_refused_and_not_shown(string token, string reason) =>
        AssertRefused(options => options.Token = token, "Token", reason);

    [Fact]
    public void What_is_missing_is_refused()
    {
        AssertRefused(options => options.ServerUrl = null!, "ServerUrl", "is missing");
        AssertRefused(options => options.Token = null!, "Token", "is missing");
        AssertRefused(options => options.TimeProvider = null!, "TimeProvider", "null");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(50 * 24 * 3600)]
    public void Times_that_make_no_sense_are_refused(int seconds)
    {
        AssertRefused(options => options.RequestTimeout = TimeSpan.FromSeconds(seconds), "RequestTimeout", "greater than zero");
        AssertRefused(options => options.WaitTimeout = TimeSpan.FromSeconds(seconds), "WaitTimeout", "greater than zero");
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://fmeserver01")]
    [InlineData("fmeserver01:8080")]
    [InlineData("fmeserver01/results")]
    public void An_internal_host_is_a_name_and_nothing_more(string host) =>
        AssertRefused(options => options.InternalHosts.Add(host), "InternalHosts", "not a host name");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_size_that_makes_no_sense_is_refused(long size) =>
        AssertRefused(options => options.MaximumResultSize = size, "MaximumResultSize", "greater than zero");

    [Fact]
    public void Names_and_versions_that_cannot_be_are_refused()
    {
        AssertRefused(options => options.ApiVersion = (FmeApiVersion)2, "ApiVersion", "not one of Auto, V3 and V4");
        AssertRefused(options => options.Repositories["Samples"] = " ", "Repositories", "blank name for 'Samples'");
        AssertRefused(options => options.Queues["Samples"] = new() { ["austinDownload.fmw"] = "" }, "Queues", "blank name for 'austinDownload.fmw'");
    }

    [Fact]
    public void No_time_limit_is_allowed()
    {
        FmeFlowOptions options = Options();
        options.RequestTimeout = Timeout.InfiniteTimeSpan;
        options.WaitTimeout = Timeout.InfiniteTimeSpan;

        using var fme = new FmeFlowClient(options);
    }

    [Fact]
    public void Options_have_to_be_given() => Assert.Throws<ArgumentNullException>(() => new FmeFlowClient(null!));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_job_has_a_positive_id(long id)
    {
        using var fme = new FmeFlowClient(Options());

        Assert.Throws<ArgumentOutOfRangeException>(() => fme.GetJob(id));
    }

    [Fact]
    public void As_text_they_do_not_show_the_token() =>
        Assert.DoesNotContain(Tokens.Marker, Options().ToString(), StringComparison.Ordinal);

    private static FmeFlowOptions Options() => new() { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker };

    private static void AssertRefused(Action<FmeFlowOptions> change, string name, string reason)
    {
        FmeFlowOptions options = Options();
        change(options);

        var error = Assert.Throws<ArgumentException>(() => new FmeFlowClient(options));

        Assert.StartsWith($"FmeFlowOptions.{name} ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Tokens.Marker, error.ToString(), StringComparison.Ordinal);
    }
}
