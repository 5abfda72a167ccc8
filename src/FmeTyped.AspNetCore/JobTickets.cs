using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace FmeTyped.AspNetCore;

/// <summary>Makes public ids of jobs, and reads them back: for the same endpoint, the same caller, and a limited time.</summary>
/// <param name="protector">Encrypts and signs. Instances of an app that share its keys read each other's ids.</param>
/// <param name="lifetime">How long an id is good.</param>
internal sealed class JobTickets(IDataProtector protector, TimeSpan lifetime)
{
    public string Create(HttpContext context, FmeJob job)
    {
        var ticket = new JobTicket(WorkspaceRoutes.PatternOf(context), CallerIdentity.Of(context), Now(context) + lifetime, job.ToHandle());
        return WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, EndpointJson.Default.JobTicket)));
    }

    /// <summary>The job of an id; null where the id is none, or not one for this caller here and now.</summary>
    public FmeJobHandle? Read(HttpContext context, string id) =>
        Decode(id) is { } ticket
            && ticket.Endpoint == WorkspaceRoutes.PatternOf(context)
            && (ticket.Caller is null || ticket.Caller == CallerIdentity.Of(context))
            && ticket.Expires > Now(context)
            ? ticket.Job
            : null;

    private JobTicket? Decode(string id)
    {
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(WebEncoders.Base64UrlDecode(id)), EndpointJson.Default.JobTicket);
        }
        catch (Exception error) when (error is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset Now(HttpContext context) => (context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
}
