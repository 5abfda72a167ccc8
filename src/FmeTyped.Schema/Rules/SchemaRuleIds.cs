namespace FmeTyped.Schema.Rules;

/// <summary>The ids of the rules, as constants for Roslyn's release tracking. An id is never reused for another rule.</summary>
internal static class SchemaRuleIds
{
    public const string UnreadableJson = "FME0001";
    public const string UnsupportedFormat = "FME0002";
    public const string MissingKey = "FME0003";
    public const string WrongValue = "FME0004";
    public const string DuplicateWorkspace = "FME0005";
    public const string DuplicateParameter = "FME0006";
    public const string ContradictoryLimits = "FME0007";
    public const string DefaultIsNoOption = "FME0008";
    public const string UnknownType = "FME0009";
    public const string UnknownOverride = "FME0010";
    public const string LanguageVersionTooLow = "FME0011";
    public const string UnusableName = "FME0012";
    public const string DuplicateOption = "FME0013";
    public const string NotAWorkspaceFile = "FME0014";
    public const string UnreadableWorkspaceFile = "FME0015";
    public const string UnreadableWorkspaceParameter = "FME0016";
    public const string UnreadableForm = "FME0017";
    public const string UnusableType = "FME0020";
    public const string DefaultOfAnotherMachine = "FME0021";
    public const string UnusableKey = "FME0022";
    public const string ServerAnswer = "FME0025";
}
