namespace FmeTyped.Administration;

/// <summary>The error where version 3 has no word for a question: A096.</summary>
internal static class V3NotSupported
{
    public static FmeNotSupportedException Error(string operation) => new(
        $"Could not {operation}: this is for REST API version 4 only, and the server is asked over version 3. Use the server's web pages.",
        new ErrorContext(operation));
}
