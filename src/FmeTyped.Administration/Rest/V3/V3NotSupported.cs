namespace FmeTyped.Administration;

/// <summary>The error for a call that REST API version 3 does not offer.</summary>
internal static class V3NotSupported
{
    // A096.
    public static FmeNotSupportedException Error(string operation) => new(
        $"Could not {operation}: this is for REST API version 4 only, and the server is asked over version 3. Use the server's web pages.",
        new ErrorContext(operation));
}
