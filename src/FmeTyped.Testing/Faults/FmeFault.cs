using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>A fault of a request. Immutable.</summary>
public sealed class FmeFault
{
    private readonly string _name;

    private FmeFault(string name, Func<FaultyCall, Task> apply)
    {
        _name = name;
        ApplyAsync = apply;
    }

    /// <summary>No fault: lets a request pass, so that a later one fails.</summary>
    public static FmeFault None { get; } = new("none", static trace => trace.PassAsync());

    /// <summary>The connection breaks before the request is read. Nothing is done.</summary>
    public static FmeFault ResetBeforeRequest { get; } = new("reset before the request", static trace => trace.ResetAsync());

    /// <summary>The request is processed, a job is submitted, and the connection breaks before the response.</summary>
    public static FmeFault ResetAfterRequest { get; } = new("reset after the request", static async trace =>
    {
        await trace.CarryOutAsync().ConfigureAwait(false);
        await trace.ResetAsync().ConfigureAwait(false);
    });

    /// <summary>The request is processed, and no response comes until the client gives up.</summary>
    public static FmeFault StalledHeaders { get; } = new("stalled headers", static async trace =>
    {
        await trace.CarryOutAsync().ConfigureAwait(false);
        await trace.StallAsync().ConfigureAwait(false);
    });

    /// <summary>The request is processed, and the response stops in the middle of its body until the client gives up.</summary>
    public static FmeFault StalledBody { get; } = new("stalled body", static async trace =>
    {
        byte[] body = await trace.CarryOutAsync().ConfigureAwait(false);
        await trace.SendAsync(Half(body), body.Length).ConfigureAwait(false);
        await trace.StallAsync().ConfigureAwait(false);
    });

    /// <summary>The request is processed, and the response has only the first half of the body, as if it were complete.</summary>
    public static FmeFault TruncatedBody { get; } = new("truncated body", static async trace =>
    {
        byte[] body = await trace.CarryOutAsync().ConfigureAwait(false);
        ReadOnlyMemory<byte> half = Half(body);
        await trace.SendAsync(half, half.Length).ConfigureAwait(false);
    });

    /// <summary>A proxy responds with its own page and 200. Nothing is done.</summary>
    public static FmeFault Html { get; } = new("HTML", static trace => trace.RespondAsync(
        StatusCodes.Status200OK, "text/html", "<!DOCTYPE html><html><body><h1>Planned maintenance</h1></body></html>"));

    /// <summary>A gateway responds with a login page and 200. Nothing is done.</summary>
    public static FmeFault LoginPage { get; } = new("login page", static trace => trace.RespondAsync(
        StatusCodes.Status200OK,
        "text/html",
        "<!DOCTYPE html><html><body><form method=\"post\">Sign in<input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>"));

    internal Func<FaultyCall, Task> ApplyAsync { get; }

    /// <summary>The server refuses with a status code and a message. Nothing is done.</summary>
    /// <param name="statusCode">The status code, from 400 to 599.</param>
    /// <param name="retryAfter">The value of the response's Retry-After, in whole seconds; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not an error.</exception>
    public static FmeFault Status(int statusCode, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new($"status {statusCode}", trace => trace.RefuseAsync(statusCode, retryAfter));
    }

    /// <summary>The request is processed, and its response is sent later, by the emulator's clock.</summary>
    /// <param name="delay">How much later.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public static FmeFault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new($"delay of {delay:c}", async trace =>
        {
            byte[] body = await trace.CarryOutAsync().ConfigureAwait(false);
            await trace.WaitAsync(delay).ConfigureAwait(false);
            await trace.SendAsync(body, body.Length).ConfigureAwait(false);
        });
    }

    /// <summary>The kind of the fault.</summary>
    public override string ToString() => _name;

    private static ReadOnlyMemory<byte> Half(byte[] body) => body.AsMemory(0, body.Length / 2);
}
