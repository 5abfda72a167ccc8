using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using FmeTyped.Schema.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>A page for people at the emulator's own address: the latest jobs. Real servers do not have it. It needs no token, so it shows no values.</summary>
internal static class StatusPage
{
    private const int MaxJobs = 200;

    public static void Map(IEndpointRouteBuilder routes, ServerState server) =>
        routes.MapGet("/", () => Results.Text(Write(server), "text/html", Encoding.UTF8)).OfKind(FmeRequestKind.Server);

    private static string Write(ServerState server)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><title>FME Flow emulator</title></head><body><h1>FME Flow emulator</h1><p>");
        page.Append(Encode(server.Build.Text)).Append("</p><table><tr><th>Job</th><th>Workspace</th><th>Status</th><th>Submitted</th><th>Message</th></tr>");
        foreach (JobState job in server.Jobs.List().Take(MaxJobs))
        {
            page.Append("<tr>");
            string id = job.Id.ToString(CultureInfo.InvariantCulture);
            foreach (string cell in (string[])[id, job.Order.Workspace.ToString(), job.Status.ToString(), JsonResponse.Time(job.Submitted), job.Message])
            {
                page.Append("<td>").Append(Encode(cell)).Append("</td>");
            }

            page.Append("</tr>");
        }

        return page.Append("</table></body></html>").ToString();
    }

    // A browser obeys a mark of direction that stands as a character reference, too.
    private static string Encode(string text) => HtmlEncoder.Default.Encode(ControlCharacters.ShowOnOneLine(text));
}
