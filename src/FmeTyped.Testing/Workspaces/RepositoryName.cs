namespace FmeTyped.Testing;

/// <summary>Names of repositories. Which ones a server refuses is not known; those that no path can hold are refused here: A175.</summary>
internal static class RepositoryName
{
    public static bool IsValid(string name) => !string.IsNullOrWhiteSpace(name) && name is not ("." or "..") && !name.AsSpan().ContainsAny('/', '\\', '\0');
}
