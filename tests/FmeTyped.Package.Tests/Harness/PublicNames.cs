using System.Reflection;
using System.Reflection.Metadata;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>The names of an assembly that its users can see, as documentation writes them, without parameters.</summary>
/// <param name="Types">The names of types.</param>
/// <param name="Members">The names of members, with those of their types.</param>
internal sealed record PublicNames(IReadOnlySet<string> Types, IReadOnlySet<string> Members)
{
    public static PublicNames Of(MetadataReader metadata)
    {
        HashSet<string> types = [];
        HashSet<string> members = [];
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsVisible(metadata, type)))
        {
            string name = NameOf(metadata, type);
            types.Add(name);
            HashSet<MethodDefinitionHandle> methods = [.. type.GetMethods().Where(method => IsVisible(metadata.GetMethodDefinition(method)))];
            IEnumerable<StringHandle> names =
            [
                .. methods.Select(method => metadata.GetMethodDefinition(method).Name),
                .. type.GetProperties().Select(metadata.GetPropertyDefinition)
                    .Where(property => methods.Contains(property.GetAccessors().Getter) || methods.Contains(property.GetAccessors().Setter))
                    .Select(property => property.Name),
                .. type.GetEvents().Select(metadata.GetEventDefinition)
                    .Where(declared => methods.Contains(declared.GetAccessors().Adder))
                    .Select(declared => declared.Name),
                .. type.GetFields().Select(metadata.GetFieldDefinition)
                    .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family)
                    .Select(field => field.Name),
            ];
            members.UnionWith(names.Select(member => $"{name}.{metadata.GetString(member).Replace('.', '#')}"));
        }

        return new(types, members);
    }

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(MetadataReader metadata, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily => IsVisible(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        string name = metadata.GetString(type.Name);
        return type.IsNested ? $"{NameOf(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}.{name}"
            : type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
