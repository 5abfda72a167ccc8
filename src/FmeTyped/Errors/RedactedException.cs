using System.Collections;

namespace FmeTyped;

/// <summary>
/// Replaces an exception of another library that contains a secret: the same message and stack trace, without the secret. An exception without
/// secrets is kept as it is.
/// </summary>
internal sealed class RedactedException : Exception
{
    private readonly string _text;
    private readonly string? _stackTrace;

    private RedactedException(Exception original, Exception? inner, Func<string, string> redact)
        : base($"{original.GetType().FullName}: {redact(original.Message)}", inner)
    {
        _text = redact(original.ToString());
        _stackTrace = original.StackTrace;
        HResult = original.HResult;
    }

    /// <inheritdoc/>
    public override string? StackTrace => _stackTrace;

    /// <summary>Returns the exception itself, or its replacement without secrets.</summary>
    /// <param name="original">The exception.</param>
    /// <param name="redact">Redacts secrets in a text.</param>
    public static Exception From(Exception original, Func<string, string> redact)
    {
        if (original is AggregateException { InnerExceptions: var all })
        {
            Exception[] shown = [.. all];
            for (int i = 0; i < shown.Length; i++)
            {
                shown[i] = From(shown[i], redact);
            }

            return Array.TrueForAll(shown, all.Contains) && !TellsSecret(original, redact) ? original : new AggregateException(shown);
        }

        Exception? inner = original.InnerException is { } within ? From(within, redact) : null;
        return inner == original.InnerException && !TellsSecret(original, redact) ? original : new RedactedException(original, inner, redact);
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static bool TellsSecret(Exception exception, Func<string, string> redact)
    {
        if (Tells(exception.Message) || Tells(exception.ToString()) || Tells(exception.HelpLink) || Tells(exception.Source))
        {
            return true;
        }

        foreach (DictionaryEntry entry in exception.Data)
        {
            if (Tells(entry.Key.ToString()) || Tells(entry.Value?.ToString()))
            {
                return true;
            }
        }

        return false;

        bool Tells(string? text) => text is not null && redact(text) != text;
    }
}
