using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>An answer that is not as it should be.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body.</param>
/// <param name="Headers">Its headers, those of the content too.</param>
/// <param name="End">What comes after the body.</param>
/// <param name="Times">How often the body comes.</param>
internal sealed record MutatedAnswer(
    HttpStatusCode Status, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers, AnswerEnd End, int Times)
{
    public override string ToString() =>
        $"{(int)Status} [{string.Join(", ", Headers.Select(header => $"{header.Name}: {header.Value}"))}] {Body.Length} bytes x {Times}, {End}: "
        + Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 1500)));
}

/// <summary>What comes after the last byte of an answer.</summary>
internal enum AnswerEnd
{
    Right,
    Reset,
    Stall,
    Slow,
}

/// <summary>Makes answers that are nearly right.</summary>
/// <param name="random">How.</param>
/// <param name="secrets">What an answer could repeat and nobody may show.</param>
internal sealed class AnswerMutator(Random random, IReadOnlyList<string> secrets)
{
    private static readonly int[] Statuses =
    [
        200, 200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411,
        412, 413, 414, 415, 416, 418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 599,
    ];

    private static readonly string[] MediaTypes =
        ["text/html", "text/html; charset=utf-16", "application/xhtml+xml", "text/plain", "application/xml", "application/octet-stream", "application/zip",
            "application/json; charset=no-such", "application/json; charset=utf-16", "nonsense", "", "multipart/form-data"];

    private static readonly string[] Pages =
    [
        "<!DOCTYPE html><html><head><title>Planned maintenance</title></head><body>Soon.</body></html>",
        "<html><head><title>Sign in to continue</title></head><body><form><input type=\"password\"></form></body></html>",
        "<html><title", "<title></title>", "<", "\ufeff<html>", "Service Unavailable", "{", "[", "\"", "null", "[]", "{}", "0", " ", "\0", "\ufeff", "\ufeff{}",
    ];

    private static readonly string[] RetryAfter =
        ["0", "1", "-5", "1000000000", "2147483648", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "soon"];

    private static readonly string[] Locations = ["/", "https://fme.example.com/login", "http://elsewhere/", "http://[", "//x", "", "file:///etc/passwd"];

    private static readonly string[] Dispositions =
    [
        "attachment; filename=\"../../x\"", "attachment; filename*=UTF-8''%00%ff", "attachment; filename=\"a\u001bb\"", "attachment; filename=\"\"",
        "attachment; filename*=UTF-16''x", "attachment; filename=\"..\"", "nonsense; =",
    ];

    private static readonly byte[][] NoText = [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0], [0xe2, 0x80, 0xae]];

    private static readonly string[] Scraps = ["\\ud83d", "\\udc00", "\"", "\\", "{", "]", ",", "null", "\n", "\u001b]0;x\u0007", "1e999"];

    private readonly string[] _echoes =
    [
        .. secrets, .. secrets.Select(Uri.EscapeDataString), .. secrets.Select(WebUtility.HtmlEncode).OfType<string>(),
        .. secrets.Select(secret => $"The request was ?token={secret}&x=1."),
    ];

    /// <summary>An answer that is nearly the right one.</summary>
    /// <param name="status">The right status.</param>
    /// <param name="headers">The right headers.</param>
    /// <param name="body">The right body.</param>
    public MutatedAnswer Mutate(HttpStatusCode status, IReadOnlyList<(string Name, string Value)> headers, byte[] body)
    {
        var answer = new MutatedAnswer(status, body, headers, AnswerEnd.Right, Times: 1);
        int changes = random.Next(10) == 0 ? 3 : 1;
        for (; changes > 0; changes--)
        {
            answer = random.Next(20) switch
            {
                < 9 => answer with { Body = Json(answer.Body) },
                < 13 => answer with { Body = Bytes(answer.Body) },
                13 => answer with { Body = Page() },
                14 or 15 => WithStatus(answer),
                16 => With(answer, "Content-Type", Pick(MediaTypes)),
                17 => WithHeader(answer),
                18 => WithEnd(answer),
                _ => WithStatus(answer with { Body = Json(answer.Body) }),
            };
        }

        // A body that comes again and again, up to some 40 megabytes, is rare, since it takes its time.
        return random.Next(800) == 0 && answer.Body.Length > 0 ? answer with { Times = 40_000_000 / answer.Body.Length } : answer;
    }

    private MutatedAnswer WithEnd(MutatedAnswer answer) => answer with
    {
        End = (AnswerEnd)random.Next(4),
        Body = random.Next(2) == 0 ? answer.Body : answer.Body[..random.Next(answer.Body.Length + 1)],
    };

    private MutatedAnswer WithStatus(MutatedAnswer answer) => answer with
    {
        Status = (HttpStatusCode)Statuses[random.Next(Statuses.Length)],
        Body = random.Next(3) switch
        {
            0 => answer.Body,
            1 => Encoding.UTF8.GetBytes(
                $$"""{"message":{{JsonSerializer.Serialize(Pick(_echoes))}},"details":{"what":{{JsonSerializer.Serialize(Pick(_echoes))}} } }"""),
            _ => Page(),
        },
    };

    private MutatedAnswer WithHeader(MutatedAnswer answer) => random.Next(9) switch
    {
        0 => With(answer, "Content-Length", Pick(["0", "1", "5000000000", "-1", "9223372036854775807"])),
        1 or 2 => With(answer with { Status = (HttpStatusCode)Pick([429, 503, 408]) }, "Retry-After", Pick(RetryAfter)),
        3 => With(answer with { Status = (HttpStatusCode)Pick([301, 302, 303, 307, 308, 300]) }, "Location", Pick(Locations)),
        4 => With(answer with { Status = (HttpStatusCode)302 }, "Location", $"/{Pick(_echoes)}"),
        5 => With(answer, "Content-Disposition", Pick(Dispositions)),
        6 => With(answer, "Content-Disposition", $"attachment; filename=\"{Pick(secrets).Replace('"', '_')}\""),
        7 => With(answer, "Content-Type", $"x/{Pick(secrets).Replace('"', '_')}"),
        _ => With(answer, "Content-Encoding", "gzip"),
    };

    private static MutatedAnswer With(MutatedAnswer answer, string name, string value) => answer with
    {
        Headers = [.. answer.Headers.Where(header => !header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), (name, value)],
    };

    private byte[] Page() => random.Next(4) == 0 ? [] : Encoding.UTF8.GetBytes(random.Next(4) == 0 ? Pick(_echoes) : Pick(Pages));

    private byte[] Json(byte[] body)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 200 });
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return Bytes(body);
        }

        try
        {
            return json is null ? Page() : Encoding.UTF8.GetBytes(new JsonMutator(random, _echoes).Mutate(json));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return Bytes(body); // An earlier change left what the writer does not write.
        }
    }

    private byte[] Bytes(byte[] body)
    {
        int at = random.Next(body.Length + 1);
        switch (random.Next(12))
        {
            case 0:
                return body[..at];
            case 1:
                return body[at..];
            case 2:
                return Inserted(body, at, [(byte)random.Next(0x80, 0x100)]);
            case 3:
                return Inserted(body, at, Pick(NoText));
            case 4:
                return [.. body, .. body];
            case 5:
                return [.. Encoding.UTF8.GetPreamble(), .. body];
            case 6:
                return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))];
            case 7:
                return Inserted(body, at, Encoding.UTF8.GetBytes(Pick(Scraps)));
            case 8 when body.Length > 0:
                byte[] flipped = [.. body];
                for (int flips = random.Next(1, 5); flips > 0; flips--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
            case 9:
                return Encoding.UTF8.GetBytes(new string(Pick(['[', '{', '"', ' ', '\n', '<']), random.Next(20) == 0 ? 200_000 : 500));
            case 10:
                return Inserted(body, at, Encoding.UTF8.GetBytes(Pick(_echoes)));
            default:
                return [];
        }
    }

    private static byte[] Inserted(byte[] body, int at, ReadOnlySpan<byte> bytes) => [.. body.AsSpan(0, at), .. bytes, .. body.AsSpan(at)];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
