namespace FmeTyped;

/// <summary>An address below the server's own, made by <see cref="ServerConnection"/>. A request to it carries the token.</summary>
/// <param name="Url">The address.</param>
internal readonly record struct OwnUrl(Uri Url);
