namespace FmeTyped;

/// <summary>Refuses options that cannot work, or that would send the token where it must not go.</summary>
internal static class FmeFlowOptionsValidation
{
    /// <exception cref="ArgumentException">One or more options are invalid; the message lists them all.</exception>
    public static void Check(FmeFlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> faults = FaultsOf(options, static option => $"{nameof(FmeFlowOptions)}.{option}");
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults));
        }
    }

    /// <summary>All faults. No text contains a token.</summary>
    /// <param name="options">The options.</param>
    /// <param name="keyOf">Gives the key of an option by its name, for the messages.</param>
    public static List<string> FaultsOf(FmeFlowOptions options, Func<string, string> keyOf)
    {
        List<string> faults = [];
        Add(nameof(options.ServerUrl), FaultOf(options.ServerUrl));
        Add(nameof(options.Token), FaultOfToken(options));
        Add(
            nameof(options.ApiVersion),
            options.ApiVersion is FmeApiVersion.Auto or FmeApiVersion.V3 or FmeApiVersion.V4 ? null : "is not one of Auto, V3 and V4.");
        Add(nameof(options.Repositories), FaultOf(options.Repositories));
        Add(nameof(options.Queues), FaultOf(options.Queues.Values));
        Add(nameof(options.Webhooks), FaultOf(options.Webhooks));
        Add(nameof(options.WebhookTokens), FaultOf(options.WebhookTokens, options.Webhooks));
        Add(nameof(options.UploadRoute), options.UploadRoute is null ? "may not be null." : null);
        Add(nameof(options.InternalHosts), FaultOf(options.InternalHosts));
        Add(nameof(options.MaximumResultSize), options.MaximumResultSize is null or > 0 ? null : "has to be greater than zero, or null for no limit.");
        Add(nameof(options.RequestTimeout), FaultOf(options.RequestTimeout));
        Add(nameof(options.WaitTimeout), FaultOf(options.WaitTimeout));
        Add(
            nameof(options.LongPollTime),
            options.LongPollTime >= TimeSpan.Zero && options.LongPollTime <= TimeLimit.Longest
                ? null
                : $"has to be at most {TimeLimit.Longest.Days} days, or TimeSpan.Zero to poll.");
        Add(nameof(options.TimeProvider), options.TimeProvider is null ? "may not be null." : null);
        return faults;

        void Add(string option, string? fault)
        {
            if (fault is not null)
            {
                faults.Add($"{keyOf(option)} {fault}");
            }
        }
    }

    private static string? FaultOf(Uri? url) =>
        url is null ? "is missing. Give the server's address, such as https://fme.example.com."
        : !url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            ? "has to be an absolute http or https address, such as https://fme.example.com."
        : url.UserInfo.Length > 0 ? "may not hold a user name or password. Use the token."
        : url.Query.Length > 0 || url.Fragment.Length > 0 ? "may not have a query or a fragment. A token belongs in Token, not in the address."
        : Array.Exists(url.Segments, segment => segment.TrimEnd('/') is "fmerest" or "fmeapiv4") ? "is the server's own address, without /fmerest or /fmeapiv4."
        : null;

    private static string? FaultOfToken(FmeFlowOptions options) => options.TokenProvider is null
        ? TokenFormat.FaultOf(options.Token)
        : options.Token is not null ? $"may not be set beside {nameof(options.TokenProvider)}: a client has one of the two." : null;

    private static string? FaultOf(IDictionary<string, string> names)
    {
        foreach ((string name, string value) in names)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return $"has a blank name for '{name}'.";
            }
        }

        return null;
    }

    private static string? FaultOf(IDictionary<string, Uri> webhooks)
    {
        foreach ((string name, Uri address) in webhooks)
        {
            if (address is null || !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
                || address.AbsolutePath == "/")
            {
                return $"has no whole http or https address for '{name}'. Copy the one that FME Flow shows for the webhook.";
            }

            if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            {
                return $"has a user, a query or a fragment in the address of '{name}'. A token belongs in {nameof(FmeFlowOptions.WebhookTokens)}.";
            }
        }

        return null;
    }

    private static string? FaultOf(IDictionary<string, string> tokens, IDictionary<string, Uri> webhooks)
    {
        foreach ((string name, string token) in tokens)
        {
            if ((webhooks.ContainsKey(name) ? TokenFormat.FaultOf(token) : $"is for no webhook of {nameof(FmeFlowOptions.Webhooks)}.") is { } fault)
            {
                return $"'{name}' {fault}";
            }
        }

        return null;
    }

    private static string? FaultOf(IEnumerable<Dictionary<string, string>> all)
    {
        foreach (Dictionary<string, string> names in all)
        {
            if ((names is null ? "may not hold null." : FaultOf(names)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FaultOf(IEnumerable<string> hosts)
    {
        foreach (string host in hosts)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            {
                return $"has '{host}', which is not a host name. Leave out scheme, port and path.";
            }
        }

        return null;
    }

    private static string? FaultOf(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= TimeLimit.Longest)
            ? null
            : $"has to be greater than zero and at most {TimeLimit.Longest.Days} days, or Timeout.InfiniteTimeSpan.";
}
