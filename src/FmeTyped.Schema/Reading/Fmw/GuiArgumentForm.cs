namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>What stands between name and prompt of a GUI line.</summary>
internal enum GuiArgumentForm
{
    /// <summary>Nothing: the prompt starts at once.</summary>
    None,

    /// <summary>Options, <c>a%b%"with blank"</c>.</summary>
    Options,

    /// <summary>Options with captions, <c>caption,value%caption,value</c>, both in FME's encoding.</summary>
    CaptionedOptions,

    /// <summary>The limits of a slider.</summary>
    Range,

    /// <summary>Which files to show in a dialog.</summary>
    FileFilter,

    /// <summary>One word that matters to Workbench only; never missing, though it may be empty quotes.</summary>
    Other,
}
