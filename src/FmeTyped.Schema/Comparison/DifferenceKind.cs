namespace FmeTyped.Schema.Comparison;

/// <summary>What differs. The names are part of the output of <c>check --json</c>.</summary>
internal enum DifferenceKind
{
    WorkspaceRemoved,
    WorkspaceMoved,
    TypeRenamed,
    ServiceRemoved,
    ParameterRemoved,
    RequiredParameterAdded,
    NowRequired,
    BlankRefused,
    DefaultRemoved,
    PropertyRenamed,
    OptionTypeRenamed,
    ListChanged,
    OpennessChanged,
    YesNoChanged,
    NumberKindChanged,
    SecrecyChanged,
    TypeChanged,
    LimitTightened,
    OptionRemoved,
    OptionRenamed,
    OptionValueChanged,

    DefaultChanged,
    EncodingChanged,
    VisibilityChanged,
    DestinationChanged,
    NowOptional,

    WorkspaceAdded,
    ServiceAdded,
    ParameterAdded,
    OptionAdded,
    LimitWidened,

    TitleChanged,
    PromptChanged,
    GroupChanged,
    CaptionChanged,
    OrderChanged,
}

internal static class DifferenceKinds
{
    public static DifferenceClass ClassOf(DifferenceKind kind) => kind switch
    {
        <= DifferenceKind.OptionValueChanged => DifferenceClass.Breaking,
        <= DifferenceKind.NowOptional => DifferenceClass.Behaviour,
        <= DifferenceKind.LimitWidened => DifferenceClass.Additive,
        _ => DifferenceClass.Cosmetic,
    };
}
