namespace FmeTyped;

/// <summary>A shared resource of the server: a place for files that workspaces can reach.</summary>
/// <param name="Name">Its name, as calls and macros have it: <c>FME_SHAREDRESOURCE_DATA</c>.</param>
/// <param name="DisplayName">Its name as the web interface shows it; null where the server does not say.</param>
/// <param name="Type">Where the files lie, in the server's word, such as <c>file</c>, <c>network</c> or <c>awsS3</c>; null where the server does not say.</param>
/// <param name="Description">What it is for; null where the server does not say.</param>
public sealed record FmeResourceConnection(string Name, string? DisplayName, string? Type, string? Description);
