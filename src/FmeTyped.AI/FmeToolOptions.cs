using FmeTyped.Metadata;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>How workspaces are offered to a language model.</summary>
public sealed class FmeToolOptions
{
    /// <summary>
    /// The values that the host fixes, by the parameters' names on the wire. They are no parameters of the tool, so this is also the way to hand in secrets
    /// and folders. <c>new ParcelReport { ... }.ToParameterValues(includeSecrets: true)</c> gives such values.
    /// </summary>
    public IReadOnlyDictionary<string, FmeParameterValue> FixedValues { get; init; } = new Dictionary<string, FmeParameterValue>();

    /// <summary>
    /// Finds the file that a model names by a reference, such as the id of an attachment; returns null if there is none. The text comes from the model, so it
    /// can be anything. Null if files are no parameters of the tool, which is the default.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<FmeFile?>>? ResolveFile { get; init; }

    /// <summary>How jobs are run, such as their queue; null for the defaults.</summary>
    public FmeRunOptions? RunOptions { get; init; }

    /// <summary>
    /// How long a call waits for its job: 30 seconds by default, since many clients give up after a minute. A job that takes longer goes on, and the tool
    /// returns its id.
    /// </summary>
    public TimeSpan WaitTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many characters of the files that a job wrote a result may hold: 8,000 by default. Only text is shown, and only of files that fit; the result
    /// names the others. With zero, results hold no content.
    /// </summary>
    public int MaximumContentLength { get; init; } = 8_000;

    /// <summary>How many jobs of these tools may be active at once; null for any number.</summary>
    public int? MaximumJobsAtOnce { get; init; }

    /// <summary>How many jobs these tools may start within 24 hours; null for any number.</summary>
    public int? MaximumJobsADay { get; init; }

    /// <summary>The clock for <see cref="MaximumJobsADay"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Receives what the host should know of each call; never values. Null for none.</summary>
    public ILogger? Logger { get; init; }
}
