namespace FmeTyped;

/// <summary>The server refuses the published parameters (422). No job was made.</summary>
public sealed class FmeParametersRefusedException : FmeException
{
    internal FmeParametersRefusedException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
