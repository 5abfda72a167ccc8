// Takes out of an assembly's documentation what users of the assembly cannot see: PublicDocs <assembly> <documentation>
// The compiler documents internal members as well, since editors show them to who works on the code.
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

(string assembly, string documentation) = (args[0], args[1]);

MetadataReference reference = MetadataReference.CreateFromFile(assembly);
var compilation = CSharpCompilation.Create("reader", references: [reference]);
var visible = new HashSet<string>(StringComparer.Ordinal);
Add(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace);

XDocument docs = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
foreach (XElement member in docs.Descendants("member").Where(member => !visible.Contains(member.Attribute("name")!.Value)).ToList())
{
    // With the line break and the indentation before it.
    (member.PreviousNode as XText)?.Remove();
    member.Remove();
}

docs.Save(documentation, SaveOptions.DisableFormatting);

void Add(INamespaceOrTypeSymbol container)
{
    foreach (ISymbol member in container.GetMembers())
    {
        if (member is INamespaceSymbol inner)
        {
            Add(inner);
        }
        else if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        {
            visible.Add(member.GetDocumentationCommentId()!);
            if (member is INamedTypeSymbol type)
            {
                Add(type);
            }
        }
    }
}
