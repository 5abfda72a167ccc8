using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// What the header of a workspace file says: XML in lines that start with <c>#!</c>. Parameters of embedded custom transformers
/// stand there in elements of the same names, but deeper.
/// </summary>
internal sealed class FmwHeader
{
    private const int DepthOfBlocks = 1;

    private FmwHeader(string title, string description, string savedBy)
    {
        Title = title;
        Description = description;
        SavedBy = savedBy;
    }

    /// <summary>A workspace, and the endpoint of a data virtualization that a workspace answers.</summary>
    public static IReadOnlyList<string> Roots { get; } = ["WORKSPACE", "DV_WORKSPACE"];

    public string Title { get; }

    public string Description { get; }

    public string SavedBy { get; }

    /// <summary>The parameters in the author's order, private and structural ones too.</summary>
    public List<FmwGlobalParameter> GlobalParameters { get; } = [];

    /// <summary>The form that FME writes since 2021 beside the parameters' GUI lines, in base64; null in older files.</summary>
    public FmwAttribute? Form { get; private set; }

    public static FmwHeader? Read(string text, string fileName, ReadingContext context)
    {
        var lines = new FmwHeaderLines(text);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        };
        using XmlReader xml = XmlReader.Create(new StringReader(lines.Xml), settings);
        try
        {
            return ReadRoot(xml, lines, fileName, context);
        }
        catch (XmlException fault)
        {
            int position = lines.PositionOf(fault.LineNumber, fault.LinePosition);

            // After a damaged line the header continues; after the end of a truncated file it does not.
            bool isTruncated = !IsWhole(text) && text.IndexOf('<', Math.Min(position + 1, text.Length)) < 0;
            context.Report(
                SchemaRules.UnreadableWorkspaceFile,
                new TextSpan(isTruncated ? text.Length : position, 0),
                fileName,
                isTruncated ? "it is truncated; its header is not closed" : "the XML of its header is damaged here");
            return null;
        }
    }

    private static FmwHeader? ReadRoot(XmlReader xml, FmwHeaderLines lines, string fileName, ReadingContext context)
    {
        xml.MoveToContent();
        if (!IsOneOf(Roots, xml.LocalName))
        {
            context.Report(
                SchemaRules.NotAWorkspaceFile,
                new TextSpan(PositionOf(xml, lines), xml.LocalName.Length),
                fileName,
                $"its header describes a {xml.LocalName}, not a WORKSPACE");
            return null;
        }

        var header = new FmwHeader(
            xml.GetAttribute("TITLE") ?? "",
            xml.GetAttribute("DESCRIPTION") ?? "",
            xml.GetAttribute("LAST_SAVE_BUILD") ?? "");
        string block = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth == DepthOfBlocks)
            {
                block = xml.LocalName;
                if (block == "USER_PARAMETERS")
                {
                    header.Form ??= FindAttribute(xml, "FORM", lines);
                }
            }
            else if (block == "GLOBAL_PARAMETERS" && xml.LocalName == "GLOBAL_PARAMETER")
            {
                header.GlobalParameters.Add(new FmwGlobalParameter(
                    new TextSpan(PositionOf(xml, lines), xml.LocalName.Length),
                    FindAttribute(xml, "GUI_LINE", lines),
                    FindAttribute(xml, "DEFAULT_VALUE", lines)));
            }
        }

        return header;
    }

    private static FmwAttribute? FindAttribute(XmlReader xml, string name, FmwHeaderLines lines)
    {
        if (!xml.MoveToAttribute(name))
        {
            return null;
        }

        var attribute = new FmwAttribute(xml.Value, new TextSpan(PositionOf(xml, lines), name.Length));
        xml.MoveToElement();
        return attribute;
    }

    private static int PositionOf(XmlReader xml, FmwHeaderLines lines)
    {
        var place = (IXmlLineInfo)xml;
        return lines.PositionOf(place.LineNumber, place.LinePosition);
    }

    private static bool IsWhole(string text)
    {
        foreach (string root in Roots)
        {
            if (text.EndsWith($"</{root}>", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(IReadOnlyList<string> names, string name)
    {
        foreach (string candidate in names)
        {
            if (string.Equals(candidate, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
