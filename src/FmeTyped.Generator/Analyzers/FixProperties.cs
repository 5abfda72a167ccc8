namespace FmeTyped.Generator.Analyzers;

/// <summary>What diagnostics tell the code fixes besides their message.</summary>
internal static class FixProperties
{
    /// <summary>The member that was most likely meant.</summary>
    public const string NearestMember = nameof(NearestMember);
}
