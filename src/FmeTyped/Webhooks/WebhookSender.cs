using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Sends messages to the webhooks of the options. The token of the client is not sent, because a webhook has one of its own or none: A182.</summary>
internal sealed class WebhookSender(ServerConnection connection, IDictionary<string, Uri> addresses, IDictionary<string, string> tokens)
{
    private readonly Dictionary<string, Uri> _addresses = new(addresses, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(tokens, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The options have no such webhook.</exception>
    public async Task<HttpStatusCode> PostAsync<T>(string name, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Uri address = _addresses.GetValueOrDefault(name) ?? throw new ArgumentException(
            $"The options have no webhook '{name}'. {(_addresses.Count == 0 ? "They have none at all." : $"They have: {string.Join(", ", _addresses.Keys)}.")}",
            nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        using var traced = ClientTelemetry.PostWebhook(name, address);
        try
        {
            return await Prepare(name, address, body, type, cancellationToken).ReadAsync(ReadStatus).ConfigureAwait(false);
        }
        catch (Exception exception) when (traced.Notes(exception))
        {
            throw;
        }
        catch (FmeSubmissionUnknownException unknown)
        {
            if (connection.Logger.IsEnabled(LogLevel.Error))
            {
                Log.WebhookUnknown(connection.Logger, name, TelemetryTags.ErrorTypeOf(unknown));
            }

            throw;
        }
    }

    private HttpCall Prepare<T>(string name, Uri address, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var buffer = new PooledBufferWriter();
        try
        {
            using (var json = new Utf8JsonWriter(buffer))
            {
                JsonSerializer.Serialize(json, body, type);
            }

            ServerConnection server = connection.ForWebhook(address, _tokens.GetValueOrDefault(name));
            return server.Prepare(
                ErrorContext.PostingWebhook(name),
                HttpMethod.Post,
                address,
                "*/*",
                connection.RequestTimeout,
                new BufferedSubmission(buffer, JsonBody.MediaType) { Submission = new WebhookSubmission() },
                cancellationToken);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    // A login page in front of FME Flow is no webhook; whatever else comes with a success is not read.
    private static HttpStatusCode ReadStatus(HttpCall call, ServerResponse response) =>
        !response.IsSuccess ? throw call.Errors.Refused(response)
        : response.IsHtml && HtmlPage.IsLogin(response.Text) ? throw call.Errors.NotUnderstood(response)
        : response.StatusCode;
}
