using System.Text.Json.Serialization;
using Bindings.Fme.Planning;

namespace FmeTyped.Web.Tests;

/// <summary>What the source generator of System.Text.Json makes of generated types of a referenced library.</summary>
[JsonSerializable(typeof(Survey))]
[JsonSerializable(typeof(Survey[]))]
[JsonSerializable(typeof(Wish))]
internal sealed partial class SurveyJson : JsonSerializerContext;

/// <summary>A model of the app's own that has options and values of the runtime in it.</summary>
internal sealed record Wish(
    Survey.PaperOption Paper,
    Survey.ThemesOption? Theme = null,
    Survey.StyleOption? Style = null,
    FmeCoordinateSystem? Crs = null,
    FmeConnectionName? Conn = null,
    FmeFile? Source = null,
    FmeFolder? Target = null,
    FmeDateTime? Day = null,
    FmeSecret? Password = null,
    FmeColor? Tint = null,
    FmeGeometry? Region = null);
