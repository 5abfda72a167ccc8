using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// The token service: a token for a user's name and password, as text or, with <c>.json</c>, in an envelope. Source: the reference manual's pages of 2013
/// (below <c>service</c>) and 2016 to 2018; what they leave open is A171.
/// </summary>
internal static class TokenServiceRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    // "The maximum life of any token generated is two years": the reference manual.
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(2 * 365);

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["second"] = TimeSpan.FromSeconds(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        foreach (string prefix in (string[])["/fmetoken", "/fmetoken/service"])
        {
            RouteGroupBuilder service = routes.MapGroup(prefix).OfKind(FmeRequestKind.Token);
            service.MapMethods("/generate", Methods, (HttpContext http) => Text(Generate(http, server)));
            service.MapMethods("/generate.json", Methods, (HttpContext http) => Envelope(Generate(http, server)));
            service.MapMethods("/view", Methods, (HttpContext http) => Text(View(http, server)));
            service.MapMethods("/view.json", Methods, (HttpContext http) => Envelope(View(http, server)));
        }
    }

    private static AccessToken Generate(HttpContext http, ServerState server)
    {
        Dictionary<string, StringValues> values = Authenticate(http, server);
        return server.Tokens.Create("token service", "", server.Time.GetUtcNow() + ReadLifetime(values));
    }

    private static AccessToken View(HttpContext http, ServerState server)
    {
        Authenticate(http, server);
        return server.Tokens.Latest() ?? throw new RefusedException(StatusCodes.Status404NotFound, $"User {server.User} has no token.");
    }

    private static Dictionary<string, StringValues> Authenticate(HttpContext http, ServerState server)
    {
        var values = FormValues.From(http).ToDictionary(value => value.Key, value => value.Value);
        if (http.Request.Query.ContainsKey("password"))
        {
            RequestTrace.From(http).Note("The password stands in the query, where logs show it. Send it in a form.");
        }

        server.Tokens.AuthenticateUser((FormValues.Text(values, "user") ?? "", FormValues.Text(values, "password") ?? ""));
        return values;
    }

    private static TimeSpan ReadLifetime(Dictionary<string, StringValues> values)
    {
        if (FormValues.Text(values, "expiration") is not { } text)
        {
            return AccessTokens.DefaultLifetime;
        }

        string unit = FormValues.Text(values, "timeunit") ?? "second";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0)
        {
            throw RequestJson.Invalid($"expiration has to be a whole number from 1 on; found '{text}'.");
        }

        return Units.TryGetValue(unit, out TimeSpan one)
            ? TimeSpan.FromSeconds(Math.Min(count * one.TotalSeconds, MaxLifetime.TotalSeconds))
            : throw RequestJson.Invalid($"timeunit has to be one of {string.Join(", ", Units.Keys)}; found '{unit}'.");
    }

    private static IResult Text(AccessToken token) => Results.Text(token.Text);

    private static IResult Envelope(AccessToken token) => JsonResponse.From(new { ServiceResponse = new { Token = token.Text } });
}
