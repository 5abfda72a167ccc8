using System.Text.Json;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Requests;

/// <summary>What <c>fmetyped run --dry-run</c> would send.</summary>
/// <param name="Requests">The requests, in their order: uploads first, then the submission.</param>
internal sealed record DryRunReport(IReadOnlyList<DryRunRequest> Requests) : Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    protected override void Print(Output output)
    {
        foreach (DryRunRequest request in Requests)
        {
            output.Line($"{request.Method} {request.Url}");
            foreach ((string name, string value) in request.Headers)
            {
                output.Line($"{name}: {value}");
            }

            output.Line("");
            foreach (string line in BodyOf(request))
            {
                output.Line(line);
            }

            output.Line("");
        }

        output.Problem("Nothing was sent.");
    }

    private static string[] BodyOf(DryRunRequest request) =>
        request.Json is { } json ? json.ToJsonString(Indented).Split('\n')
        : request.Bytes is { } bytes ? [$"<{request.File}, {bytes} bytes>"]
        : [];
}
