namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>The form of the argument between name and prompt of a GUI line.</summary>
internal enum GuiArgumentForm
{
    /// <summary>Nothing: the prompt starts at once.</summary>
    None,

    /// <summary>Options, <c>a%b%"with blank"</c>.</summary>
    Options,

    /// <summary>Options with captions, <c>caption,value%caption,value</c>, both in FME's encoding.</summary>
    CaptionedOptions,

    /// <summary>Options that switch other parameters off, <c>a,PARAMETER%b</c>.</summary>
    ActiveOptions,

    /// <summary>How a colour is written, <c>COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb()</c>.</summary>
    Color,

    /// <summary>The limits of a slider.</summary>
    Range,

    /// <summary>Which files to show in a dialog.</summary>
    FileFilter,

    /// <summary>One word that matters to Workbench only; never missing, though it may be empty quotes.</summary>
    Other,
}
