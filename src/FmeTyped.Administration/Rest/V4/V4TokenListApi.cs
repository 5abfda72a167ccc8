using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Tokens in REST API version 4. Shapes: the vendor's OpenAPI document.</summary>
internal sealed class V4TokenListApi(RestReader rest) : ITokenApi
{
    private const string Tokens = "/fmeapiv4/tokens";

    public IAsyncEnumerable<FmeTokenInfo> ListTokensAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(new ErrorContext("list the tokens"), Tokens, Read, cancellationToken);

    public Task DeleteTokenAsync(string id, CancellationToken cancellationToken) => rest.Connection.Prepare(
        new ErrorContext($"delete the token {id}"),
        HttpMethod.Delete,
        $"{Tokens}/{Uri.EscapeDataString(id)}",
        "application/json",
        rest.Connection.RequestTimeout,
        content: null,
        cancellationToken).DoAsync();

    private static FmeTokenInfo Read(JsonElement json) => new()
    {
        Id = json.GetText("id"u8) ?? "",
        Name = json.GetText("name"u8) ?? "",
        Description = json.GetText("description"u8) ?? "",
        Owner = json.GetNonBlankText("owner"u8),
        Type = json.GetNonBlankText("type"u8),
        IsEnabled = json.GetFlag("enabled"u8) ?? true,
        Created = json.GetTime("created"u8),
        Expires = json.GetTime("expiration"u8),
    };
}
