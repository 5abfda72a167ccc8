using FmeTyped.Metadata;

namespace FmeTyped.AI;

/// <summary>Rejects options that cannot work, before a model meets them.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public static void Check(FmeToolOptions options, IReadOnlyList<FmeWorkspaceDescriptor> workspaces)
    {
        Require(options.WaitTime >= TimeSpan.Zero, $"WaitTime is {options.WaitTime}; it cannot be negative.");
        Require(options.MaximumContentLength >= 0, $"MaximumContentLength is {options.MaximumContentLength}; it cannot be negative.");
        Require(options.MaximumJobsAtOnce is null or > 0, $"MaximumJobsAtOnce is {options.MaximumJobsAtOnce}; it has to be greater than zero.");
        Require(options.MaximumJobsADay is null or > 0, $"MaximumJobsADay is {options.MaximumJobsADay}; it has to be greater than zero.");
        Require(options.RunOptions?.CorrelationKey is null, "RunOptions has a CorrelationKey, which can be that of one job only.");
        foreach (string name in options.FixedValues.Keys)
        {
            Require(
                workspaces.Any(workspace => workspace.FindParameter(name) is not null),
                $"FixedValues: {string.Join(", ", workspaces)} has no parameter '{name}'.");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
