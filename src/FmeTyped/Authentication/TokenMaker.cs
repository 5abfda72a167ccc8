using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Makes tokens over the version of the REST API that the server's build has for it.</summary>
/// <remarks>
/// The build is asked for as the user whose token is made, and not over the client's own question for it, which may be waiting for this token.
/// Shapes of both versions: fmeflow-cli, its tests of <c>login</c>.
/// </remarks>
internal sealed class TokenMaker(ServerConnection connection, FmeApiVersion version) : ITokenMaker
{
    private const string Json = "application/json";

    public TimeProvider TimeProvider => connection.TimeProvider;

    public async Task<NewToken> MakeAsync(string userName, FmeSecret password, TokenRequest options, CancellationToken cancellationToken)
    {
        ServerConnection own = connection.As(userName, password);
        bool isV4 = await new ApiVersionSelector<bool>(false, true, version, new ServerBuild(own)).ForAsync(FirstV4Build.ForTokens, cancellationToken)
            .ConfigureAwait(false);
        string name = options.Name ?? NewName();
        HttpCall call = own.Prepare(
            new ErrorContext($"make a token for the user {userName}"),
            HttpMethod.Post,
            isV4 ? "/fmeapiv4/tokens" : "/fmerest/v3/tokens",
            Json,
            connection.RequestTimeout,
            Body(userName, name, options, isV4),
            cancellationToken);
        NewToken made = await call.ReadAsync((call, response) => Read(call, response, name, options)).ConfigureAwait(false);
        Log.TokenMade(connection.Logger, userName, made.Lifetime);
        return made;
    }

    private NewToken Read(HttpCall call, ServerResponse response, string name, TokenRequest options)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        JsonElement? json = response.TryReadObject(out _);
        if (json?.GetText("token"u8) is not { } token || TokenText.FaultOf(token) is not null)
        {
            // What was not understood may be a token all the same.
            throw call.Errors.NotUnderstood(response with { Body = default }, "a token");
        }

        connection.Hide(token);
        return new NewToken(token)
        {
            Id = json.Value.GetWords("id"u8),
            Name = json.Value.GetWords("name"u8) ?? name,
            Lifetime = TimeLimit.Shorter(options.Lifetime, LifetimeOf(json.Value) ?? options.Lifetime),
        };
    }

    // A name may be taken, also by another process that starts in the same moment.
    private string NewName() => string.Create(
        CultureInfo.InvariantCulture, $"FmeTyped-{TimeProvider.GetUtcNow():yyyyMMddHHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    private static ByteArrayContent Body(string userName, string name, TokenRequest options, bool isV4)
    {
        using var buffer = new PooledBufferWriter();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("description", options.Description ?? "");
            json.WriteBoolean("enabled", true);
            json.WriteBoolean(isV4 ? "customPermissions" : "restricted", false);
            json.WriteIfSet(isV4 ? "secondsToExpiry"u8 : "expirationTimeout"u8, options.Lifetime);
            json.WriteIfSet("user"u8, isV4 ? null : userName);
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.Written.ToArray());
        content.Headers.ContentType = new(Json);
        return content;
    }

    // By the server's clock from end to end, which ours need not agree with. One recorded answer has an expiration that equals the creation: A093.
    private static TimeSpan? LifetimeOf(JsonElement json) =>
        (json.GetTime("expiration"u8) ?? json.GetTime("expirationDate"u8)) - (json.GetTime("created"u8) ?? json.GetTime("createdDate"u8))
            is { Ticks: > 0 } lifetime ? lifetime : null;
}
