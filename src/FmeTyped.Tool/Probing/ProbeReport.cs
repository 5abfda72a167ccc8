using System.Reflection;
using System.Text.Json.Serialization;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Probing;

/// <summary>The findings; as text in Markdown, ready to be posted in an issue. They contain no hosts, tokens, users or workspaces.</summary>
/// <param name="Tool">The version of the tool.</param>
/// <param name="Build">The build of the FME Flow; null if it is not known.</param>
/// <param name="ApiVersions">The versions of the REST API that it has.</param>
/// <param name="What">What was done with it, as text.</param>
/// <param name="Findings">The findings.</param>
internal sealed record ProbeReport(
    string Tool, int? Build, IReadOnlyList<int> ApiVersions, [property: JsonIgnore] string What, IReadOnlyList<ProbeReport.Row> Findings) : Report
{
    public static ProbeReport From(string what, ServerFacts facts, IReadOnlyList<(Probe Probe, Finding Finding)> findings) => new(
        Version(),
        facts.Build,
        [.. facts.Apis.Select(api => api.Version)],
        what,
        [.. findings.Select(found => new Row(found.Probe.Id, found.Probe.Claim, found.Finding.Verdict, found.Finding.Why))]);

    internal override int ExitCode => Count(Verdict.DoesNotHold) > 0 ? Terminal.ExitCode.Partly : Terminal.ExitCode.Success;

    protected override void Print(Output output)
    {
        string build = Build is { } number ? $"build {number}" : "unknown build";
        string versions = string.Join(" and ", ApiVersions.Select(version => $"version {version}"));
        output.Line($"fmetyped {Tool} {What} ({build}; {(versions.Length == 0 ? "neither version" : versions)} of the REST API).");
        output.Line("");
        output.Line("| id | assumption | verdict | why |");
        output.Line("|---|---|---|---|");
        foreach (Row row in Findings)
        {
            output.Line($"| {row.Id} | {row.Claim} | {NameOf(row.Verdict)} | {row.Why} |");
        }

        output.Line("");
        output.Line($"{Count(Verdict.Holds)} hold, {Count(Verdict.DoesNotHold)} do not, and {Count(Verdict.CannotTell)} are unknown. An assumption "
            + "holds as far as it was checked, which can be less than the whole entry.");
    }

    private int Count(Verdict verdict) => Findings.Count(row => row.Verdict == verdict);

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.DoesNotHold => "**does not hold**",
        _ => "cannot tell",
    };

    // Without the revision, which means nothing to others.
    private static string Version() =>
        typeof(ProbeReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The finding on one assumption.</summary>
    /// <param name="Id">The assumption's id in the ledger.</param>
    /// <param name="Claim">The assumption.</param>
    /// <param name="Verdict">Whether it holds.</param>
    /// <param name="Why">The evidence.</param>
    internal sealed record Row(string Id, string Claim, Verdict Verdict, string Why);
}
