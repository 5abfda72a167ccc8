namespace FmeTyped;

/// <summary>Refuses options that could not work, or would let the token travel where it must not.</summary>
internal static class FmeFlowOptionsValidation
{
    public static void Check(FmeFlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckServerUrl(options.ServerUrl);
        CheckToken(options.Token);
        Require(Enum.IsDefined(options.ApiVersion), nameof(options.ApiVersion), "is none of Auto, V3 and V4.");
        CheckNames(options.Repositories, nameof(options.Repositories));
        CheckNames(options.Queues, nameof(options.Queues));
        Require(options.UploadRoute is not null, nameof(options.UploadRoute), "may not be null.");
        CheckTime(options.RequestTimeout, nameof(options.RequestTimeout));
        CheckTime(options.WaitTimeout, nameof(options.WaitTimeout));
        Require(options.TimeProvider is not null, nameof(options.TimeProvider), "may not be null.");
    }

    private static void CheckServerUrl(Uri? url)
    {
        const string Name = nameof(FmeFlowOptions.ServerUrl);
        Require(url is not null, Name, "is missing. Give the server's address, such as https://fme.example.com.");
        Require(
            url!.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp),
            Name,
            "has to be an absolute http or https address, such as https://fme.example.com.");
        Require(url.UserInfo.Length == 0, Name, "may not hold a user name or password. Use the token.");
        Require(url.Query.Length == 0 && url.Fragment.Length == 0, Name, "may not have a query or a fragment. A token belongs in Token, not in the address.");
        Require(
            !url.Segments.Any(segment => segment.TrimEnd('/') is "fmerest" or "fmeapiv4"),
            Name,
            "is the server's own address, without /fmerest or /fmeapiv4.");
    }

    private static void CheckToken(string? token)
    {
        const string Name = nameof(FmeFlowOptions.Token);
        Require(!string.IsNullOrWhiteSpace(token), Name, "is missing. Make one on the server's Tokens page.");
        Require(
            token!.All(c => c is > ' ' and < '\x7f'),
            Name,
            "has a blank, a line break or a character that no token has. Was it read from a file without trimming?");
    }

    private static void CheckNames(IDictionary<string, string> names, string name)
    {
        foreach ((string key, string value) in names)
        {
            Require(!string.IsNullOrWhiteSpace(value), name, $"has a blank name for '{key}'.");
        }
    }

    private static void CheckTime(TimeSpan time, string name) =>
        Require(
            time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= TimeLimit.Longest),
            name,
            $"has to be greater than zero and at most {TimeLimit.Longest.Days} days, or Timeout.InfiniteTimeSpan.");

    private static void Require(bool condition, string name, string message)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(FmeFlowOptions)}.{name} {message}");
        }
    }
}
