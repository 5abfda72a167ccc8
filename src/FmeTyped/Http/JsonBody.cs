using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes bodies as JSON. One writer a thread is kept, since it weighs more than all else that a body needs besides its buffer.</summary>
internal static class JsonBody
{
    private static readonly PooledBufferWriter Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _free;

    /// <summary>Writes a body.</summary>
    /// <typeparam name="T">The type of what is written.</typeparam>
    /// <param name="value">What is written.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>The body, which is the caller's.</returns>
    public static PooledBufferWriter Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var body = new PooledBufferWriter();
        Utf8JsonWriter json = _free ?? new Utf8JsonWriter(Nowhere);
        _free = null;
        try
        {
            json.Reset(body);
            write(json, value);
            json.Flush();
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            json.Reset(Nowhere);
            _free = json;
        }
    }
}
