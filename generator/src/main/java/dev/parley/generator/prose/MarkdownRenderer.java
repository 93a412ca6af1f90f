package dev.parley.generator.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Renders parsed Markdown as blocks of Javadoc text: one string a paragraph, list items within one block. */
final class MarkdownRenderer extends AbstractVisitor {

    private static final Pattern SAFE_URL = Pattern.compile("https?://[A-Za-z0-9./_~#?=&%:+,-]+");

    private final List<String> blocks = new ArrayList<>();
    private StringBuilder current = new StringBuilder();
    private int listDepth;

    static List<String> render(Node document) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        document.accept(renderer);
        renderer.endBlock();
        return renderer.blocks;
    }

    private void endBlock() {
        // The parser may hand over an asterisk and the slash behind it one by one.
        String block = JavadocEscape.endless(current.toString().strip());
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        current = new StringBuilder();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        if (listDepth == 0) {
            endBlock();
        } else {
            current.append(' ');
        }
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        current.append(':');
        endBlock();
    }

    @Override
    public void visit(BlockQuote quote) {
        visitChildren(quote);
    }

    @Override
    public void visit(BulletList list) {
        visitList(list, "ul");
    }

    @Override
    public void visit(OrderedList list) {
        visitList(list, "ol");
    }

    private void visitList(Node list, String tag) {
        if (listDepth == 0) {
            endBlock();
        }
        listDepth++;
        current.append('<').append(tag).append('>');
        visitChildren(list);
        current.append("</").append(tag).append('>');
        listDepth--;
        if (listDepth == 0) {
            endBlock();
        }
    }

    @Override
    public void visit(ListItem item) {
        current.append("<li>");
        visitChildren(item);
        current.append("</li>");
    }

    @Override
    public void visit(Text text) {
        current.append(JavadocEscape.text(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        current.append(JavadocText.code(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block.getLiteral());
    }

    private void code(String literal) {
        if (listDepth == 0) {
            endBlock();
        }
        for (String line : literal.split("\n")) {
            current.append(JavadocText.code(line.strip())).append(' ');
        }
        if (listDepth == 0) {
            endBlock();
        }
    }

    @Override
    public void visit(Link link) {
        if (SAFE_URL.matcher(link.getDestination()).matches()) {
            current.append("<a href=\"")
                    .append(link.getDestination().replace("&", "&amp;"))
                    .append("\">");
            visitChildren(link);
            current.append("</a>");
        } else {
            visitChildren(link);
        }
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(HtmlInline html) {
        current.append(JavadocEscape.text(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        current.append(JavadocEscape.text(html.getLiteral()));
        endBlock();
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        current.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        current.append(' ');
    }

    @Override
    public void visit(ThematicBreak line) {
        endBlock();
    }
}
