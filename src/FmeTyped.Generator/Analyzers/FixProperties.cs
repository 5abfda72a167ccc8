namespace FmeTyped.Generator.Analyzers;

/// <summary>The properties that diagnostics pass to the code fixes.</summary>
internal static class FixProperties
{
    /// <summary>The member that the developer most likely meant.</summary>
    public const string NearestMember = nameof(NearestMember);
}
