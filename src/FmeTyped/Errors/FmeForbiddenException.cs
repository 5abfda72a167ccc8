namespace FmeTyped;

/// <summary>The token's user lacks a permission (403).</summary>
public sealed class FmeForbiddenException : FmeException
{
    internal FmeForbiddenException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
