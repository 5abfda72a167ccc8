using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>How the parameters of a workspace are put on a page: in sections, which are the workspace's groups.</summary>
internal static class FormLayout
{
    public static IReadOnlyList<FormSection> From(FmeWorkspaceDescriptor workspace)
    {
        List<FormSection> sections = [];
        List<FmeParameterDescriptor> members = [];
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            if (members.Count > 0 && members[0].Group != parameter.Group)
            {
                sections.Add(Section(members, sections));
                members = [];
            }

            members.Add(parameter);
        }

        if (members.Count > 0)
        {
            sections.Add(Section(members, sections));
        }

        return sections;
    }

    private static FormSection Section(List<FmeParameterDescriptor> members, List<FormSection> before)
    {
        string title = members[0].Group;

        // A group that can be checked, or is a choice between its members, stands right before them as a parameter with the group's prompt.
        bool hasSwitch = title.Length > 0
            && before is [.., { Items: [.., [.., { Kind: FmeParameterKind.Boolean or FmeParameterKind.Choice, IsList: false } last]] }]
            && last.Prompt == title;
        return new FormSection(title, hasSwitch, Items(members));
    }

    private static List<IReadOnlyList<FmeParameterDescriptor>> Items(List<FmeParameterDescriptor> members)
    {
        List<IReadOnlyList<FmeParameterDescriptor>> items = [];
        for (int i = 0; i < members.Count; i++)
        {
            if (i + ExtentNames.Sides <= members.Count && ExtentNames.Order(members.GetRange(i, ExtentNames.Sides)) is { } sides)
            {
                items.Add(sides);
                i += ExtentNames.Sides - 1;
            }
            else
            {
                items.Add([members[i]]);
            }
        }

        return items;
    }
}
