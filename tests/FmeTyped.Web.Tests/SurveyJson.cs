using System.Text.Json.Serialization;
using Bindings.Fme.Planning;

namespace FmeTyped.Web.Tests;

/// <summary>What the source generator of System.Text.Json makes of generated types of a referenced library.</summary>
[JsonSerializable(typeof(Survey))]
[JsonSerializable(typeof(Survey[]))]
[JsonSerializable(typeof(Wish))]
internal sealed partial class SurveyJson : JsonSerializerContext;

/// <summary>A model of the app's own that has an option and the values of the runtime in it.</summary>
internal sealed record Wish(Survey.PaperOption Paper, Survey.ThemesOption? Theme);
