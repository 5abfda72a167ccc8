using System.Reflection;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Probing;

/// <summary>The findings as Markdown, ready to be posted in an issue. They contain no hosts, tokens, users or workspaces.</summary>
internal static class ProbeReport
{
    /// <param name="what">What was done with an FME Flow.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="output">The output.</param>
    public static void Write(string what, ServerFacts facts, IReadOnlyList<(Probe Probe, Finding Finding)> findings, Output output)
    {
        string build = facts.Build is { } number ? $"build {number}" : "unknown build";
        string versions = string.Join(" and ", facts.Apis.Select(api => $"version {api.Version}"));
        output.Line($"fmetyped {Version()} {what} ({build}; {(versions.Length == 0 ? "neither version" : versions)} of the REST API).");
        output.Line("");
        output.Line("| id | assumption | verdict | why |");
        output.Line("|---|---|---|---|");
        foreach ((Probe probe, Finding finding) in findings)
        {
            output.Line($"| {probe.Id} | {probe.Claim} | {NameOf(finding.Verdict)} | {finding.Why} |");
        }

        output.Line("");
        output.Line($"{Count(Verdict.Holds)} hold, {Count(Verdict.DoesNotHold)} do not, and {Count(Verdict.CannotTell)} are unknown. An assumption "
            + "holds as far as it was checked, which can be less than the whole entry.");

        int Count(Verdict verdict) => findings.Count(found => found.Finding.Verdict == verdict);
    }

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "**does not hold**",
        _ => "cannot tell",
    };

    // Without the revision, which means nothing to others.
    private static string Version() =>
        typeof(ProbeReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
