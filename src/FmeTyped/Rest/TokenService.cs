using System.Globalization;

namespace FmeTyped;

/// <summary>
/// The token service of servers that have no tokens in their REST API. It takes the password in a form and answers with the bare token. Source: the vendor's
/// reference manual of 2013, and its JavaScript library; A181.
/// </summary>
internal static class TokenService
{
    private const string Path = "/fmetoken/service/generate";

    public static Task<NewToken> MakeAsync(
        ServerConnection connection, string userName, FmeSecret password, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["user"] = userName,
            ["password"] = password.Value,
            ["expiration"] = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["timeunit"] = "second",
        });
        HttpCall call = connection.Prepare(
            new ErrorContext($"make a token for the user {userName} by the token service"),
            HttpMethod.Post,
            Path,
            "text/plain",
            connection.RequestTimeout,
            form,
            cancellationToken);
        return call.ReadAsync((call, response) => Read(connection, call, response, lifetime));
    }

    private static NewToken Read(ServerConnection connection, HttpCall call, ServerResponse response, TimeSpan lifetime)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        string token = response.Text.Trim();
        if (response.IsHtml || TokenFormat.FaultOf(token) is not null)
        {
            throw call.Errors.NotUnderstood(response with { Body = default }, "a token");
        }

        connection.Hide(token);
        return new NewToken(token) { Name = "", Lifetime = lifetime };
    }
}
