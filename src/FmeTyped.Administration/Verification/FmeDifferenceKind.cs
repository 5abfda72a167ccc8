namespace FmeTyped;

/// <summary>How a workspace on the server differs from the one that code was generated from. The names are those of <c>fmetyped check</c>.</summary>
public enum FmeDifferenceKind
{
    /// <summary>The server does not have the workspace, or hides it from the token's user. Breaking.</summary>
    WorkspaceRemoved = 1,

    /// <summary>The token's user may not read the workspace; some servers also report this for a missing one. Breaking.</summary>
    WorkspaceNotPermitted = 2,

    /// <summary>The workspace is no longer registered for a service. Breaking.</summary>
    ServiceRemoved = 3,

    /// <summary>A parameter is gone or private; servers ignore values of unknown parameters. Breaking.</summary>
    ParameterRemoved = 4,

    /// <summary>A new parameter is required. Breaking.</summary>
    RequiredParameterAdded = 5,

    /// <summary>An optional parameter is required now. Breaking.</summary>
    NowRequired = 6,

    /// <summary>A parameter may no longer be blank. Breaking.</summary>
    BlankRefused = 7,

    /// <summary>A parameter no longer has a default, so unset and blank mean the same. Breaking.</summary>
    DefaultRemoved = 8,

    /// <summary>A parameter that took one value takes several now, or vice versa. Breaking.</summary>
    ListChanged = 9,

    /// <summary>A parameter with options takes any text now, or vice versa. Breaking.</summary>
    OpennessChanged = 10,

    /// <summary>A parameter that was yes or no has other options now, or vice versa. Breaking.</summary>
    YesNoChanged = 11,

    /// <summary>A whole number became any number, or vice versa. Breaking.</summary>
    NumberKindChanged = 12,

    /// <summary>A parameter is a secret now, or no longer one. Breaking.</summary>
    SecrecyChanged = 13,

    /// <summary>A parameter has another kind of value now. Breaking.</summary>
    TypeChanged = 14,

    /// <summary>A limit became stricter. Breaking.</summary>
    LimitTightened = 15,

    /// <summary>An option is gone. Breaking.</summary>
    OptionRemoved = 16,

    /// <summary>An option sends another value now. Breaking.</summary>
    OptionValueChanged = 17,

    /// <summary>The default of a parameter changed. Behaviour.</summary>
    DefaultChanged = 18,

    /// <summary>A geometry, color, date or time is sent in another form. Behaviour.</summary>
    EncodingChanged = 19,

    /// <summary>A parameter has other visibility conditions. Behaviour.</summary>
    VisibilityChanged = 20,

    /// <summary>A file or folder that was read is written now, or vice versa. Behaviour.</summary>
    DestinationChanged = 21,

    /// <summary>A parameter may be blank now, so its property may become nullable. Behaviour.</summary>
    NowOptional = 22,

    /// <summary>The workspace is registered for another service too. Additive.</summary>
    ServiceAdded = 23,

    /// <summary>A parameter is new and not required. Additive.</summary>
    ParameterAdded = 24,

    /// <summary>An option is new. Additive.</summary>
    OptionAdded = 25,

    /// <summary>A limit became less strict. Additive.</summary>
    LimitWidened = 26,

    /// <summary>A prompt changed. Cosmetic.</summary>
    PromptChanged = 27,

    /// <summary>A parameter is in another group. Cosmetic.</summary>
    GroupChanged = 28,

    /// <summary>The caption of an option changed. Cosmetic.</summary>
    CaptionChanged = 29,

    /// <summary>Parameters or options are in another order. Cosmetic.</summary>
    OrderChanged = 30,

    /// <summary>The server's response cannot be read, so it is not known what differs. Unknown.</summary>
    WorkspaceUnreadable = 31,
}
