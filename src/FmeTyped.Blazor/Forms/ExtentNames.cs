using System.Text.RegularExpressions;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>Recognizes four numbers that are the sides of one extent, by their names, such as MINX, MINY, MAXX and MAXY.</summary>
internal static partial class ExtentNames
{
    public const int Sides = 4;

    /// <summary>The four as west, south, east and north; null where they are no extent.</summary>
    public static IReadOnlyList<FmeParameterDescriptor>? Order(IReadOnlyList<FmeParameterDescriptor> parameters)
    {
        var sides = new FmeParameterDescriptor?[Sides];
        string? stem = null;
        foreach (FmeParameterDescriptor parameter in parameters)
        {
            Match match = SidePattern().Match(parameter.Name);
            if (!match.Success || parameter is not { Kind: FmeParameterKind.Float or FmeParameterKind.Integer, IsList: false })
            {
                return null;
            }

            string rest = parameter.Name.Remove(match.Index, match.Length);
            stem ??= rest;
            bool isVertical = match.Groups["axis"].Value[0] is 'y' or 'Y' || match.Groups["axis"].Value.StartsWith("lat", StringComparison.OrdinalIgnoreCase);
            bool isGreatest = match.Groups["end"].Value.StartsWith("max", StringComparison.OrdinalIgnoreCase);
            int side = (isVertical ? 1 : 0) + (isGreatest ? 2 : 0);
            if (rest != stem || sides[side] is not null)
            {
                return null;
            }

            sides[side] = parameter;
        }

        return [.. sides.OfType<FmeParameterDescriptor>()];
    }

    [GeneratedRegex(
        "(?:(?<end>min|max)(?:imum)?[ _-]?(?<axis>x|y|lat(?:itude)?|long?(?:itude)?)|(?<axis>x|y|lat(?:itude)?|long?(?:itude)?)[ _-]?(?<end>min|max))(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SidePattern();
}
