namespace FmeTyped;

/// <summary>Refuses options that could not work, or would let the token travel where it must not.</summary>
internal static class FmeFlowOptionsValidation
{
    /// <exception cref="ArgumentException">An option is not usable; the message has all that are.</exception>
    public static void Check(FmeFlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults = [.. FaultsOf(options).Select(fault => $"{nameof(FmeFlowOptions)}.{fault.Option} {fault.Text}")];
        if (faults.Length > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults));
        }
    }

    /// <summary>All that is wrong: the option's name, and what to say behind it. No text holds a token.</summary>
    public static IEnumerable<(string Option, string Text)> FaultsOf(FmeFlowOptions options) =>
        new (string Option, string? Fault)[]
        {
            (nameof(options.ServerUrl), FaultOf(options.ServerUrl)),
            (nameof(options.Token), FaultOfToken(options)),
            (nameof(options.ApiVersion), Enum.IsDefined(options.ApiVersion) ? null : "is none of Auto, V3 and V4."),
            (nameof(options.Repositories), FaultOf(options.Repositories)),
            (nameof(options.Queues), FaultOf(options.Queues)),
            (nameof(options.UploadRoute), options.UploadRoute is null ? "may not be null." : null),
            (nameof(options.InternalHosts), FaultOf(options.InternalHosts)),
            (nameof(options.MaximumResultSize), options.MaximumResultSize is null or > 0 ? null : "has to be greater than zero, or null for no limit."),
            (nameof(options.RequestTimeout), FaultOf(options.RequestTimeout)),
            (nameof(options.WaitTimeout), FaultOf(options.WaitTimeout)),
            (nameof(options.TimeProvider), options.TimeProvider is null ? "may not be null." : null),
        }
        .Where(checkedOption => checkedOption.Fault is not null)
        .Select(checkedOption => (checkedOption.Option, checkedOption.Fault!));

    private static string? FaultOf(Uri? url) =>
        url is null ? "is missing. Give the server's address, such as https://fme.example.com."
        : !url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            ? "has to be an absolute http or https address, such as https://fme.example.com."
        : url.UserInfo.Length > 0 ? "may not hold a user name or password. Use the token."
        : url.Query.Length > 0 || url.Fragment.Length > 0 ? "may not have a query or a fragment. A token belongs in Token, not in the address."
        : url.Segments.Any(segment => segment.TrimEnd('/') is "fmerest" or "fmeapiv4") ? "is the server's own address, without /fmerest or /fmeapiv4."
        : null;

    private static string? FaultOfToken(FmeFlowOptions options) => options.TokenProvider is null
        ? TokenText.FaultOf(options.Token)
        : options.Token is not null ? $"may not be set beside {nameof(options.TokenProvider)}: a client has one of the two." : null;

    private static string? FaultOf(IDictionary<string, string> names)
    {
        string? blank = names.FirstOrDefault(name => string.IsNullOrWhiteSpace(name.Value)).Key;
        return blank is null ? null : $"has a blank name for '{blank}'.";
    }

    private static string? FaultOf(IEnumerable<string> hosts) =>
        hosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } wrong
            ? $"has '{wrong}', which is no host name. Leave out scheme, port and path."
            : null;

    private static string? FaultOf(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= TimeLimit.Longest)
            ? null
            : $"has to be greater than zero and at most {TimeLimit.Longest.Days} days, or Timeout.InfiniteTimeSpan.";
}
