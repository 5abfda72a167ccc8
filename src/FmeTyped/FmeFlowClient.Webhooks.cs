using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace FmeTyped;

public partial class FmeFlowClient
{
    /// <summary>Sends a message to a webhook of an automation, as JSON.</summary>
    /// <remarks>
    /// A message is sent at most once, like a submission, since an automation may run jobs for it. What a webhook responds is not documented, so only the
    /// status is read. Attributes of the automation are made of the top-level members of the message. Source: FME Flow documentation, webhook trigger.
    /// </remarks>
    /// <typeparam name="T">The type of the message.</typeparam>
    /// <param name="name">The webhook's name in <see cref="FmeFlowOptions.Webhooks"/>.</param>
    /// <param name="body">The message.</param>
    /// <param name="type">How it is written, from a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> of yours.</param>
    /// <param name="cancellationToken">Stops the call. Once the request is under way, the automation may have the message anyway.</param>
    /// <returns>The status of the response, which is a success.</returns>
    /// <exception cref="ArgumentException">The options have no webhook of this name.</exception>
    /// <exception cref="FmeUnauthorizedException">The webhook requires a token (401), or refuses the one in the options.</exception>
    /// <exception cref="FmeNotFoundException">There is no such webhook, or its automation is stopped.</exception>
    /// <exception cref="FmeSubmissionUnknownException">It is not known whether the automation has the message. There is no key to find out.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual Task<HttpStatusCode> PostWebhookAsync<T>(
        string name, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(type);
        return _webhooks.PostAsync(name, body, type, cancellationToken);
    }
}
