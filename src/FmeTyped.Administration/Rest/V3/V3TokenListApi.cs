namespace FmeTyped.Administration;

/// <summary>Tokens in REST API version 3, which cannot list them.</summary>
internal sealed class V3TokenListApi : ITokenApi
{
    public IAsyncEnumerable<FmeTokenInfo> ListTokensAsync(CancellationToken cancellationToken) => throw V3NotSupported.Error("list the tokens");

    public Task DeleteTokenAsync(string id, CancellationToken cancellationToken) => throw V3NotSupported.Error("delete a token");
}
