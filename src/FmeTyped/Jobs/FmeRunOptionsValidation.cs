namespace FmeTyped;

/// <summary>Refuses run options that no server could accept.</summary>
internal static class FmeRunOptionsValidation
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(1);

    public static void Check(FmeRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckName(options.Queue, nameof(options.Queue));
        CheckName(options.Repository, nameof(options.Repository));
        CheckName(options.Workspace, nameof(options.Workspace));
        CheckName(options.CorrelationKey, nameof(options.CorrelationKey));
        CheckName(options.RequesterEmail, nameof(options.RequesterEmail));
        CheckTime(options.MaximumQueueTime, TimeLimit.Longest, nameof(options.MaximumQueueTime));
        CheckTime(options.MaximumRunTime, TimeLimit.Longest, nameof(options.MaximumRunTime));
        CheckTime(options.MaximumTotalLifetime, LongestLifetime, nameof(options.MaximumTotalLifetime));
        CheckNames(options.SuccessTopics, nameof(options.SuccessTopics));
        CheckNames(options.FailureTopics, nameof(options.FailureTopics));
        CheckNames(options.Directives?.Keys, nameof(options.Directives));
        Require(
            options.Directives is null || !options.Directives.ContainsKey(FmeRunOptions.CorrelationDirective),
            nameof(options.Directives),
            $"may not hold {FmeRunOptions.CorrelationDirective}. Use {nameof(options.CorrelationKey)}.");
        CheckNames(options.ExtraParameters?.Keys, nameof(options.ExtraParameters));
        CheckMediaType(options.SourceData);
        CheckTexts(options.ExtraParameters?.Values.SelectMany(value => value.Items), nameof(options.ExtraParameters));
        CheckTexts(options.Directives?.Values, nameof(options.Directives));
    }

    /// <summary>Refuses wait options for a call that does not wait.</summary>
    public static void CheckForSubmit(FmeRunOptions? options) => Require(
        options?.Wait is null,
        nameof(options.Wait),
        $"has no meaning where a job is only submitted. Leave it unset, and say how to wait in WaitAsync, or in FmeBatchOptions.Wait for a batch.");

    // The service reads a form as parameters, and takes no multipart body: the vendor's page on POST.
    private static void CheckMediaType(HttpContent? data)
    {
        string? type = data?.Headers.ContentType?.MediaType;
        Require(
            data is null || (type is not null && type != "application/x-www-form-urlencoded" && !type.StartsWith("multipart/", StringComparison.Ordinal)),
            nameof(FmeRunOptions.SourceData),
            "has to say in its Headers.ContentType what it is, such as application/geo+json; a form or multipart content cannot be a reader's source.");
    }

    private static void CheckNames(IEnumerable<string>? names, string option)
    {
        if (names is null)
        {
            return;
        }

        foreach (string name in names)
        {
            CheckName(name, option);
        }
    }

    private static void CheckName(string? name, string option)
    {
        if (name is not null)
        {
            Require(!string.IsNullOrWhiteSpace(name), option, "may not hold a blank name.");
            Require(name.IsWellFormed(), option, "may not contain a name with an unpaired surrogate: the server would get another name.");
        }
    }

    private static void CheckTexts(IEnumerable<string>? texts, string option) => Require(
        texts?.All(text => text.IsWellFormed()) != false,
        option,
        "may not contain a text with half a character (an unpaired surrogate): the server would get another text.");

    private static void CheckTime(TimeSpan? time, TimeSpan longest, string option)
    {
        if (time < Shortest || time > longest)
        {
            Require(false, option, $"has to be at least a second and at most {longest.TotalHours:0} hours.");
        }
    }

    private static void Require(bool condition, string option, string message)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(FmeRunOptions)}.{option} {message}");
        }
    }
}
