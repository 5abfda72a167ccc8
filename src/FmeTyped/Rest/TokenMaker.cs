using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Creates tokens with the version of the REST API that the server's build supports.</summary>
/// <remarks>
/// It requests the build as the token's user. It does not use the client's own request for the build, which may be waiting for this token.
/// </remarks>
internal sealed class TokenMaker(ServerConnection connection, FmeApiVersion version, IReadOnlyList<Dialect> dialects) : ITokenMaker
{
    private const string Json = "application/json";

    public TimeProvider TimeProvider => connection.TimeProvider;

    public async Task<NewToken> MakeAsync(string userName, FmeSecret password, TokenRequest options, CancellationToken cancellationToken)
    {
        ServerConnection own = connection.As(userName, password);
        var versions = new ApiVersions(version, new ServerBuild(own));
        TokenApi api = await versions.Select(dialects, dialect => dialect.Tokens).ForAsync(FirstV4Build.ForTokens, cancellationToken).ConfigureAwait(false);
        string name = options.Name ?? NewName();
        HttpCall call = own.Prepare(
            new ErrorContext($"make a token for the user {userName}"),
            HttpMethod.Post,
            api.Path,
            Json,
            connection.RequestTimeout,
            JsonBody.Content(json => api.WriteBody(json, userName, name, options)),
            cancellationToken);
        NewToken made;
        try
        {
            made = await call.ReadAsync((call, response) => Read(api, call, response, name, options)).ConfigureAwait(false);
        }
        catch (FmeNotFoundException) when (options.Name is null)
        {
            // The service of older servers gives tokens no names.
            made = await TokenService.MakeAsync(own, userName, password, options.Lifetime, cancellationToken).ConfigureAwait(false);
        }

        Log.TokenMade(connection.Logger, userName, made.Lifetime);
        return made;
    }

    private NewToken Read(TokenApi api, HttpCall call, ServerResponse response, string name, TokenRequest options)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        JsonElement? json = response.TryReadObject(out _);
        if (json?.GetText("token"u8) is not { } token || TokenFormat.FaultOf(token) is not null)
        {
            // A response that was not understood may still contain a token.
            throw call.Errors.NotUnderstood(response with { Body = default }, "a token");
        }

        connection.Hide(token);
        return new NewToken(token)
        {
            Id = json.Value.GetNonBlankText("id"u8),
            Name = json.Value.GetNonBlankText("name"u8) ?? name,
            Lifetime = TimeLimit.Shorter(options.Lifetime, api.ReadLifetime(json.Value) ?? options.Lifetime),
        };
    }

    // The name may be taken, for example by another process that starts at the same moment.
    private string NewName() => string.Create(
        CultureInfo.InvariantCulture, $"FmeTyped-{TimeProvider.GetUtcNow():yyyyMMddHHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
}
