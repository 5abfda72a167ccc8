using System.Net;

namespace FmeTyped;

/// <summary>What every error tells about the call that failed.</summary>
internal readonly record struct ErrorContext(
    string Operation,
    long? JobId = null,
    HttpStatusCode? StatusCode = null,
    string? ServerMessage = null);
