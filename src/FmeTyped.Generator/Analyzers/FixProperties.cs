namespace FmeTyped.Generator.Analyzers;

/// <summary>The properties that diagnostics pass to the code fixes.</summary>
internal static class FixProperties
{
    /// <summary>The member that the developer most likely meant.</summary>
    public const string NearestMember = nameof(NearestMember);

    /// <summary>The type of which a value is needed, as the id of its documentation comment.</summary>
    public const string Type = nameof(Type);

    /// <summary>The type's members that can be used, separated by commas: methods that take the text, or an option.</summary>
    public const string Members = nameof(Members);
}
