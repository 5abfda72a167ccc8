using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>A parameter as every generation of FME stores it. Files made by hand leave attributes out.</summary>
/// <param name="Span">Where the element's name stands in the text of the file.</param>
/// <param name="GuiLine">Its type, name, options and prompt in one line.</param>
/// <param name="DefaultValue">Its default as it is stored.</param>
internal sealed record FmwGlobalParameter(TextSpan Span, FmwAttribute? GuiLine, FmwAttribute? DefaultValue);
